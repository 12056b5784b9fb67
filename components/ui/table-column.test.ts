import { describe, expect, it } from 'vitest';
import type { Column } from './table-column.ts';
import { shownColumns, sortDirection, visibleRange } from './table-column.ts';

const column = (key: string, isHidden = false): Column<string> => ({
  key,
  header: key,
  cell: () => key,
  isHidden,
});
const columns = [column('name'), column('tier'), column('tags', true)];
const keys = (chosen: string[] | null) => shownColumns(columns, chosen).map((shown) => shown.key);

describe('shownColumns', () => {
  it('shows the usual ones, or the chosen ones in their own order and always the first', () => {
    expect(keys(null)).toEqual(['name', 'tier']);
    expect(keys(['tags', 'tier'])).toEqual(['name', 'tier', 'tags']);
    expect(keys(['tags', 'unknown'])).toEqual(['name', 'tags']);
    expect(keys([])).toEqual(['name']);
  });
});

describe('sortDirection', () => {
  it('reads the sort of the interface', () => {
    expect(sortDirection('risk', '-risk')).toBe('descending');
    expect(sortDirection('risk', 'risk')).toBe('ascending');
    expect(sortDirection('risk', 'name')).toBeUndefined();
    expect(sortDirection(undefined, '')).toBeUndefined();
  });
});

describe('visibleRange', () => {
  it.each([
    [
      { count: 1000, top: 200, height: 800 },
      { start: 0, end: 29 },
    ],
    [
      { count: 1000, top: -3600, height: 800 },
      { start: 88, end: 135 },
    ],
    [
      { count: 10, top: 200, height: 800 },
      { start: 0, end: 10 },
    ],
    [
      { count: 100, top: -36_000, height: 800 },
      { start: 100, end: 100 },
    ],
    [
      { count: 0, top: 0, height: 800 },
      { start: 0, end: 0 },
    ],
    [
      { count: 100, top: 5000, height: 800 },
      { start: 0, end: 0 },
    ],
  ])('%j gives %j', ({ count, top, height }, range) => {
    expect(visibleRange(count, 36, top, height)).toEqual(range);
  });
});
