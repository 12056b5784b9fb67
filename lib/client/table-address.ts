/** Which part of a list's state lives in the address, and under which names. */
export interface TableSpec {
  /** Filters as the interface names them; each may repeat. */
  filters: readonly string[];
  /** Sort when the address names none, for example `-risk`. */
  sort?: string;
}

export interface TableState {
  q: string;
  /** As in the interface: a field, with a minus when descending. Empty for the list's own order. */
  sort: string;
  /** Only filters that have a value. */
  filters: Readonly<Record<string, readonly string[]>>;
  /** Keys of the columns to show, null for the usual ones. */
  columns: readonly string[] | null;
  /** Rows asked for so far: a multiple of the page size, so that a reload shows as many as before. */
  rows: number;
}

export const ROWS_PER_PAGE = 50;

type Search = Pick<URLSearchParams, 'get' | 'getAll'>;

/** Reads the state of a list from an address. What it does not know or cannot read, it leaves to the defaults. */
export function readTableState(search: Search, spec: TableSpec): TableState {
  const filters: Record<string, readonly string[]> = {};
  for (const name of spec.filters) {
    const values = search.getAll(name).filter((value) => value !== '');
    if (values.length > 0) filters[name] = [...new Set(values)].sort();
  }
  const rows = Number.parseInt(search.get('rows') ?? '', 10);
  return {
    q: search.get('q') ?? '',
    sort: search.get('sort') ?? spec.sort ?? '',
    filters,
    columns: search.get('columns')?.split(',').filter(Boolean) ?? null,
    rows:
      rows > ROWS_PER_PAGE
        ? Math.min(10_000, Math.ceil(rows / ROWS_PER_PAGE) * ROWS_PER_PAGE)
        : ROWS_PER_PAGE,
  };
}

/** The part of the state that the interface is asked with; equal states give equal text, so it serves as a cache key. */
export function listQuery(state: TableState): string {
  const search = new URLSearchParams();
  if (state.q) search.set('q', state.q);
  for (const name of Object.keys(state.filters).sort()) {
    for (const value of state.filters[name] ?? []) search.append(name, value);
  }
  if (state.sort) search.set('sort', state.sort);
  return search.toString();
}

/** A query within what nobody can take away, for example `api=orders`. */
export const narrowed = (fixed: string, query: string): string => [fixed, query].filter(Boolean).join('&');

/** An address with some parts replaced: a value sets, a list repeats, null or an empty value removes. Other parts stay. */
export function withParts(
  search: string,
  parts: Readonly<Record<string, string | readonly string[] | null>>,
): string {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(parts)) {
    next.delete(name);
    for (const one of value === null ? [] : typeof value === 'string' ? [value] : value)
      if (one !== '') next.append(name, one);
  }
  const text = next.toString();
  return text && `?${text}`;
}

/** A page's `searchParams` as Next gives them, in the form the reader takes. */
export function toSearch(params: Readonly<Record<string, string | string[] | undefined>>): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) search.append(name, one);
  }
  return search;
}

/** What a click on a column's head sorts by next: first its natural direction, then the other, then the list's own order. */
export function nextSort(current: string, field: string, startsDescending: boolean): string {
  const [first, second] = startsDescending ? [`-${field}`, field] : [field, `-${field}`];
  if (current === first) return second;
  return current === second ? '' : first;
}
