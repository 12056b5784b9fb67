'use client';
import type { ReactNode } from 'react';
import { useList } from '#lib/client/use-list.ts';
import { useTableAddress } from '#lib/client/use-table-address.ts';
import { narrowed } from '#lib/client/table-address.ts';
import type { TableSpec } from '#lib/client/table-address.ts';
import { ExportButton } from './export-button.tsx';
import { FacetList, facetGroups } from './facet-list.tsx';
import type { FacetTitles } from './facet-list.tsx';
import { FilterChips } from './filter-chips.tsx';
import { ListLayout } from './list-layout.tsx';
import { ListTable } from './list-table.tsx';
import { ListSearch } from './list-search.tsx';
import type { Column } from './table-column.ts';
import type { Selection } from './use-selection.ts';

/** What an action on many rows of a list needs. */
export interface ListBulk {
  selection: Selection;
  /** Rows under the filter, loaded or not. */
  total: number;
  /** Keys of all that match. */
  readAll: () => Promise<readonly string[]>;
  /** Of a row that is loaded; the key itself of another. */
  nameOf: (key: string) => string;
  onDone: () => void;
}

export interface ResourceListProps<Row> {
  /** Of the interface, for example `/deployments`. */
  path: string;
  /** Parameters every request carries and nobody can take away, for example `api=orders`. */
  fixed?: string;
  spec: TableSpec;
  /** What is listed, in the plural. */
  unit: string;
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string;
  nameOf: (row: Row) => string;
  hrefOf?: (row: Row) => string;
  facets?: FacetTitles;
  /** Words for filter names and values. */
  words?: Readonly<Record<string, string>>;
  search?: string;
  exportName?: string;
  toolbar?: ReactNode;
  /** Rows can be chosen: `useSelection` of the query with what is fixed. */
  selection?: Selection;
  /** What can be done to the chosen ones: a `BulkBar`. */
  bulk?: (bulk: ListBulk) => ReactNode;
  nothing: ReactNode;
}

/** A list with everything lists have; pages that need their own layout compose the parts themselves. */
export function ResourceList<Row>(props: ResourceListProps<Row>) {
  const { path, fixed = '', spec, unit, columns, words = {}, selection } = props;
  const address = useTableAddress(spec);
  const query = narrowed(fixed, address.query);
  const list = useList<Row>(path, query, address.rows);
  const groups = facetGroups(props.facets, list.facets);
  const chip = ({ name, value }: { name: string; value: string }) => ({
    name,
    value,
    label: `${words[name] ?? name}: ${words[value] ?? value}`,
  });
  return (
    <>
      <ListLayout
        activeCount={address.active.length}
        facets={
          groups.length > 0 ? (
            <FacetList
              groups={groups}
              chosen={address.filters}
              onToggle={address.toggleFilter}
              words={words}
            />
          ) : undefined
        }
        toolbar={
          <>
            {props.search && <ListSearch label={props.search} value={address.q} onChange={address.setText} />}
            {props.toolbar}
            <span className="ml-auto" />
            {props.exportName && <ExportButton path={path} query={query} name={props.exportName} />}
          </>
        }
        chips={
          <FilterChips
            chips={address.active.map(chip)}
            onRemove={({ name, value }) => address.toggleFilter(name, value)}
            onClear={address.clearFilters}
          />
        }
      >
        <ListTable
          list={list}
          address={address}
          unit={unit}
          columns={columns}
          rowKey={props.keyOf}
          rowLabel={props.nameOf}
          {...(props.hrefOf ? { rowHref: props.hrefOf } : {})}
          {...(selection ? { selection } : {})}
          nothing={props.nothing}
        />
      </ListLayout>
      {selection &&
        props.bulk?.({
          selection,
          total: list.total ?? 0,
          readAll: async () =>
            (await import('#lib/client/read-all-keys.ts')).readAllKeys<Row>(path, query, props.keyOf),
          nameOf: (key) => {
            const row = list.rows.find((one) => props.keyOf(one) === key);
            return row === undefined ? key : props.nameOf(row);
          },
          onDone: list.retry,
        })}
    </>
  );
}
