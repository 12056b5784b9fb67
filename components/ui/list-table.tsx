'use client';
import type { ReactNode } from 'react';
import type { List } from '#lib/client/use-list.ts';
import type { TableAddress } from '#lib/client/use-table-address.ts';
import { Button } from './button.tsx';
import { DataTable } from './data-table.tsx';
import type { DataTableProps } from './data-table.tsx';
import { EmptyState } from './empty-state.tsx';
import { LoadMore } from './load-more.tsx';

interface ListTableProps<Row> extends Pick<
  DataTableProps<Row>,
  'columns' | 'rowKey' | 'rowLabel' | 'rowHref' | 'selection'
> {
  list: Omit<List<Row>, 'facets'>;
  address: Pick<TableAddress, 'columns' | 'sort' | 'setSort' | 'isFiltered' | 'clearFilters' | 'showMore'>;
  /** What is listed, in the plural. */
  unit: string;
  /** For screen readers, where the unit alone says too little. */
  label?: string;
  /** Where filters leave nothing: what is not there, and the verb that takes the filters away. */
  filtered?: { title?: string; clear?: string };
  /** Where there is nothing without filters either. */
  nothing: ReactNode;
}

/** The rows of a list and the way to more of them, with what stands there while there are none. */
export function ListTable<Row>({
  list,
  address,
  unit,
  label = unit,
  filtered: { title = `No ${unit} match these filters`, clear = 'Clear the filters' } = {},
  nothing,
  ...table
}: ListTableProps<Row>) {
  return (
    <>
      <DataTable
        {...table}
        label={label}
        shown={address.columns}
        rows={list.rows}
        sort={address.sort}
        onSort={address.setSort}
        total={list.total}
        isFirstLoad={list.isFirstLoad}
        isBusy={list.isBusy}
        error={list.error}
        onRetry={list.retry}
        empty={
          address.isFiltered ? (
            <EmptyState
              kind="filtered"
              title={title}
              action={<Button onClick={address.clearFilters}>{clear}</Button>}
            />
          ) : (
            nothing
          )
        }
      />
      <LoadMore
        shown={list.rows.length}
        total={list.total}
        unit={unit}
        hasMore={list.hasMore}
        isBusy={list.isBusy}
        onMore={address.showMore}
      />
    </>
  );
}
