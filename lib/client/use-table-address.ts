'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useMemo, useState } from 'react';
import type { TableSpec, TableState } from './table-address.ts';
import { ROWS_PER_PAGE, listQuery, readTableState, withParts } from './table-address.ts';

type Parts = Readonly<Record<string, string | readonly string[] | null>>;

export interface TableAddress extends TableState {
  /** The query for the interface, and the key of its cache. */
  query: string;
  /** Filters and text in force, one entry a value. */
  active: readonly { name: string; value: string }[];
  isFiltered: boolean;
  setFilter: (name: string, values: readonly string[]) => void;
  /** Several at once, as one step of the history. */
  setFilters: (filters: Readonly<Record<string, readonly string[]>>) => void;
  toggleFilter: (name: string, value: string) => void;
  clearFilters: () => void;
  /** Replaces the entry in the history while typing, so that back leaves the list. */
  setText: (q: string) => void;
  setSort: (sort: string) => void;
  setColumns: (columns: readonly string[] | null) => void;
  showMore: () => void;
}

/**
 * The state of a list, kept in the address: a reload, a shared link and the back button all do what one expects.
 * Give a `spec` that is defined once outside the component.
 */
export function useTableAddress(spec: TableSpec): TableAddress {
  const address = useSearchParams().toString();
  const pathname = usePathname();
  // The router takes a moment to report a new address. Until then the page shows what was asked for, so that a tick box
  // is ticked in the same instant.
  const [asked, setAsked] = useState<string | null>(null);
  const [reported, setReported] = useState(address);
  if (reported !== address) {
    setReported(address);
    setAsked(null);
  }
  const search = asked ?? address;

  return useMemo(() => {
    const state = readTableState(new URLSearchParams(search), spec);
    const go = (method: 'pushState' | 'replaceState', parts: Parts) => {
      const next = withParts(search, parts);
      setAsked(next);
      window.history[method](null, '', pathname + next);
    };
    // A change of what is listed starts at the first page again.
    const push = (parts: Parts) => go('pushState', { rows: null, ...parts });
    const replace = (parts: Parts) => go('replaceState', parts);

    const active = Object.entries(state.filters).flatMap(([name, values]) =>
      values.map((value) => ({ name, value })),
    );
    return {
      ...state,
      query: listQuery(state),
      active,
      isFiltered: active.length > 0 || state.q !== '',
      setFilter: (name, values) => push({ [name]: values }),
      setFilters: push,
      toggleFilter: (name, value) => {
        const values = state.filters[name] ?? [];
        push({ [name]: values.includes(value) ? values.filter((one) => one !== value) : [...values, value] });
      },
      clearFilters: () => push({ q: null, ...Object.fromEntries(spec.filters.map((name) => [name, null])) }),
      setText: (q) => replace({ q, rows: null }),
      setSort: (sort) => push({ sort: sort === spec.sort ? null : sort }),
      setColumns: (columns) => replace({ columns: columns?.join(',') ?? null }),
      showMore: () => replace({ rows: String(state.rows + ROWS_PER_PAGE) }),
    };
  }, [search, pathname, spec]);
}
