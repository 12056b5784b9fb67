'use client';
import type { ReactNode } from 'react';
import { useEffect, useMemo, useRef } from 'react';
import { formatCounted } from '#lib/client/format-number.ts';
import { ErrorState } from './error-state.tsx';
import { Skeleton } from './skeleton.tsx';
import type { Column } from './table-column.ts';
import { shownColumns } from './table-column.ts';
import { CELL, ROW, ROW_GROUP, TABLE } from './table-roles.ts';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { announce } from './toast-store.ts';
import { useRowKeys } from './use-row-keys.ts';
import type { Selection } from './use-selection.ts';
import { useVisibleRows } from './use-visible-rows.ts';

export interface DataTableProps<Row> {
  /** What is listed, for screen readers: `APIs`. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Names one row, for example by the API's name. */
  rowLabel: (row: Row) => string;
  /** Where a row leads; the first cell becomes the link and the whole row reacts. */
  rowHref?: (row: Row) => string;
  /** Sort and chosen columns, as `useTableAddress` gives them. */
  sort?: string;
  onSort?: (sort: string) => void;
  shown?: readonly string[] | null;
  selection?: Selection;
  /** In place of the rows when there are none. */
  empty: ReactNode;
  isFirstLoad?: boolean;
  isBusy?: boolean;
  /** Total under the filter, read out when it changes. */
  total?: number | null;
  error?: Error | null;
  onRetry?: () => void;
}

/** Something to read for tools that want every cell to have it. */
const NOTHING = '\u00a0';

function SkeletonRows({ columns, count }: { columns: number; count: number }) {
  return Array.from({ length: count }, (_, row) => (
    <tr key={row} {...ROW}>
      {Array.from({ length: columns }, (_cell, cell) => (
        <td key={cell} {...CELL}>
          <Skeleton className={cell === 0 ? 'w-3/5' : 'w-2/5'} />
        </td>
      ))}
    </tr>
  ));
}

/** Rows from the interface. Sorting, filters and paging are the server's; the table shows them and keeps the keyboard. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    label,
    rows,
    rowKey,
    rowLabel,
    rowHref,
    sort = '',
    onSort,
    selection,
    isFirstLoad,
    isBusy,
    total,
    error,
  } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const columns = shownColumns(props.columns, props.shown ?? null);
  const keys = useMemo(() => rows.map(rowKey), [rows, rowKey]);
  const { start, end, rowHeight } = useVisibleRows(body, rows.length);
  useRowKeys(selection !== undefined);

  useEffect(() => {
    if (total !== null && total !== undefined && !isBusy) announce(formatCounted(total, 'row'));
  }, [total, isBusy]);

  if (error && rows.length === 0) return <ErrorState error={error} onRetry={props.onRetry} />;
  if (!isFirstLoad && rows.length === 0) return props.empty;

  const width = columns.length + (selection ? 1 : 0);
  const spacer = (height: number) =>
    height > 0 && (
      <tr aria-hidden>
        <td colSpan={width} style={{ height, padding: 0, border: 0 }}>
          {NOTHING}
        </td>
      </tr>
    );
  return (
    <div
      className="data-table"
      aria-busy={isBusy || isFirstLoad || undefined}
      data-busy={(isBusy && !isFirstLoad) || undefined}
    >
      <div className="scroll-x">
        <table {...TABLE} aria-label={label} aria-rowcount={total ?? undefined}>
          <TableHead columns={columns} sort={sort} onSort={onSort} selection={selection} keys={keys} />
          <tbody ref={body} {...ROW_GROUP}>
            {isFirstLoad && <SkeletonRows columns={width} count={10} />}
            {spacer(start * rowHeight)}
            {rows.slice(start, end).map((row, offset) => {
              const key = keys[start + offset] ?? '';
              return (
                <TableRow
                  key={key}
                  row={row}
                  rowKey={key}
                  label={rowLabel(row)}
                  href={rowHref?.(row)}
                  columns={columns}
                  selection={selection}
                  order={keys}
                  index={start + offset}
                />
              );
            })}
            {spacer((rows.length - end) * rowHeight)}
          </tbody>
        </table>
      </div>
    </div>
  );
}
