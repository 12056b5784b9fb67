import { describe, expect, it } from 'vitest';
import { FIGURE_FILTERS } from '#lib/domain/risk/figure-filters.ts';
import type { FigureListName } from '#lib/domain/risk/figure-filters.ts';
import { API_LIST } from '../apis/api-list-spec.ts';
import { FINDING_LIST } from '../findings/finding-list-spec.ts';
import { UNOWNED_LIST } from '../ownership/unowned-list-spec.ts';

const PAGES = { apis: API_LIST, findings: FINDING_LIST, unowned: UNOWNED_LIST } as const;

describe('the page of a list that a figure opens', () => {
  it.each(Object.keys(FIGURE_FILTERS) as FigureListName[])('reads every filter of %s', (name) => {
    expect(PAGES[name].filters).toEqual(expect.arrayContaining([...FIGURE_FILTERS[name]]));
  });
});
