import { RUNNING } from '#lib/domain/apis/running.ts';
import type { FIGURE_FILTERS, FigureListName } from '#lib/domain/risk/figure-filters.ts';
import type { RiskScope } from './risk-scope.ts';

type Filters<Name extends FigureListName> = Partial<
  Record<(typeof FIGURE_FILTERS)[Name][number] | 'sort', string | number | readonly string[]>
>;

/** A list that a figure opens, and what it is narrowed by besides the scope. */
export type FigureList = { [Name in FigureListName]: { list: Name; filters: Filters<Name> } }[FigureListName];

/** The address of the list that holds what a figure counts; null where none does. */
export type OpenList = (list: FigureList) => string | null;

const PAGES = {
  apis: { path: '/apis', always: { lifecycle: RUNNING } },
  findings: { path: '/findings', always: { lifecycle: RUNNING } },
  // Nobody has to answer for what is retired: it is in no queue.
  unowned: { path: '/teams', always: { tab: 'unowned' } },
} as const satisfies Record<FigureListName, { path: string; always: Record<string, unknown> }>;

/** Lists as they are now, of what runs in the scope. */
export function listsWithin({ team, application }: RiskScope): OpenList {
  return ({ list, filters }) => {
    const { path, always } = PAGES[list];
    const all = {
      ...always,
      ...filters,
      ...(team ? { team, subtree: 'true' } : {}),
      ...(application ? { application } : {}),
    };
    const search = new URLSearchParams(
      Object.entries(all).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)])),
    );
    return `${path}?${search}`;
  };
}

/** Lists show what is now, so none holds what counted on a day in the past. */
export const NO_LISTS: OpenList = () => null;
