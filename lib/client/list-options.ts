import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { Facets, Page } from '#lib/domain/page.ts';
import { apiGet } from './api.ts';

export type ListPage<Row, Filter extends string = string> = Page<Row> & { facets?: Facets<Filter> };

/**
 * How a list of the interface is read: page after page under one filter. A page on the server puts its first page under
 * `listKey(path, query)` with `prefetchInfiniteQuery`, so that the browser does not ask again.
 */
export const listKey = (path: string, query: string) => [path, 'list', query] as const;

export function listOptions<Row, Filter extends string = string>(path: string, query: string) {
  return infiniteQueryOptions({
    queryKey: listKey(path, query),
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams(query);
      if (pageParam) search.set('cursor', pageParam);
      return apiGet<ListPage<Row, Filter>>(path, search.toString(), signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}
