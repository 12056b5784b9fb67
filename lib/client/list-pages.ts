import type { Facets, Page } from '#lib/domain/page.ts';
import { apiGet } from './api.ts';

export type ListPage<Row, Filter extends string = string> = Page<Row> & { facets?: Facets<Filter> };

/** The pages of a list that have been read so far, in order, each with the cursor it was asked for with. */
export interface ListPages<Row, Filter extends string = string> {
  pages: readonly ListPage<Row, Filter>[];
  pageParams: readonly (string | null)[];
}

/** Under which name the pages of a list are kept; `prefetchList` on the server puts the first one there. */
export const listKey = (path: string, query: string) => [path, 'list', query] as const;

/** Reads one page more than there are, or the first. Throws ApiProblem. */
export async function readNextPage<Row, Filter extends string>(
  path: string,
  query: string,
  list: ListPages<Row, Filter>,
  signal: AbortSignal,
): Promise<ListPages<Row, Filter>> {
  const cursor = list.pages.at(-1)?.nextCursor ?? null;
  const search = new URLSearchParams(query);
  if (cursor) search.set('cursor', cursor);
  const page = await apiGet<ListPage<Row, Filter>>(path, search.toString(), signal);
  return { pages: [...list.pages, page], pageParams: [...list.pageParams, cursor] };
}

/** Reads a list from its start, as many pages as wanted or as there are. Throws ApiProblem. */
export async function readPages<Row, Filter extends string>(
  path: string,
  query: string,
  wanted: number,
  signal: AbortSignal,
): Promise<ListPages<Row, Filter>> {
  let list: ListPages<Row, Filter> = { pages: [], pageParams: [] };
  do {
    list = await readNextPage(path, query, list, signal);
  } while (list.pages.length < wanted && list.pages.at(-1)?.nextCursor);
  return list;
}
