import type { ReactNode } from 'react';

export interface Column<Row> {
  /** Name in the address (`?columns=`) and of the cell. */
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Field the interface sorts by; without it the head is no button. */
  sort?: string;
  /** The first click sorts downwards: for figures where more is worse, and for times. */
  startsDescending?: boolean;
  align?: 'start' | 'end';
  /** Pixels, or a share (`'28%'`). Columns without share what is left. */
  width?: number | string;
  /** 1 (the usual) always shows, 2 from 860 pixels of table and in the cards of phones, 3 from 1100. */
  priority?: 1 | 2 | 3;
  /** Shows only when chosen. */
  isHidden?: boolean;
  /** In the card of a phone the head stands before the value; false where the value says by itself what it is. */
  isNamedInCard?: boolean;
  /** What the figure means or how it is reckoned. */
  tip?: string;
}

/** The columns to show: those named by the address in the table's own order, else the usual ones. The first always shows. */
export function shownColumns<Row>(
  columns: readonly Column<Row>[],
  chosen: readonly string[] | null,
): readonly Column<Row>[] {
  return columns.filter(
    (column, index) => index === 0 || (chosen ? chosen.includes(column.key) : !column.isHidden),
  );
}

export type SortDirection = 'ascending' | 'descending';

/** Direction in which a column is sorted now, undefined when it is not. */
export function sortDirection(field: string | undefined, sort: string): SortDirection | undefined {
  if (field === undefined) return undefined;
  if (sort === field) return 'ascending';
  return sort === `-${field}` ? 'descending' : undefined;
}

/** Rows from `start` up to but not including `end`. */
export interface Range {
  start: number;
  end: number;
}

/** Which rows of equal height are in sight, with some before and after. All lengths in pixels; `top` is where the first row begins in the window. */
export function visibleRange(
  count: number,
  rowHeight: number,
  top: number,
  windowHeight: number,
  spare = 12,
): Range {
  const first = Math.floor(-top / rowHeight) - spare;
  const last = Math.ceil((windowHeight - top) / rowHeight) + spare;
  const start = Math.max(0, Math.min(first, count));
  return { start, end: Math.max(start, Math.min(last, count)) };
}
