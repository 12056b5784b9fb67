'use client';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { Facets } from '#lib/domain/page.ts';
import type { ListPages } from './list-pages.ts';
import { listKey, readNextPage, readPages } from './list-pages.ts';

export interface List<Row, Filter extends string = string> {
  rows: readonly Row[];
  /** All rows under the filter, loaded or not; null until the first answer. */
  total: number | null;
  facets: Facets<Filter> | undefined;
  /** Nothing has been answered yet: show the skeleton. */
  isFirstLoad: boolean;
  /** The rows shown are those of the filter before, or more are on their way. */
  isBusy: boolean;
  hasMore: boolean;
  error: Error | null;
  retry: () => void;
}

/** A list of the interface with as many rows as the address asks for (`useTableAddress().rows`). */
export function useList<Row, Filter extends string = string>(
  path: string,
  query: string,
  wanted: number,
): List<Row, Filter> {
  type Pages = ListPages<Row, Filter>;
  const client = useQueryClient();
  const answer = useQuery({
    queryKey: listKey(path, query),
    // What is read again is read as far as it was read before, so that no row disappears under the reader.
    queryFn: ({ queryKey, signal }) =>
      readPages<Row, Filter>(path, query, client.getQueryData<Pages>(queryKey)?.pages.length ?? 1, signal),
    placeholderData: keepPreviousData,
  });
  const { data, isFetching, isPlaceholderData, refetch } = answer;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const hasMore = Boolean(data?.pages.at(-1)?.nextCursor);

  /** Up to how many rows loading has failed: not tried again until more are wanted. */
  const [failedAt, setFailedAt] = useState(0);
  const needsMore =
    hasMore && rows.length < wanted && !isFetching && !isPlaceholderData && failedAt !== wanted;
  useEffect(() => {
    if (!needsMore || !data) return;
    const abort = new AbortController();
    const load = async () => {
      try {
        const longer = await readNextPage(path, query, data, abort.signal);
        if (!abort.signal.aborted) client.setQueryData<Pages>(listKey(path, query), longer);
      } catch {
        if (!abort.signal.aborted) setFailedAt(wanted);
      }
    };
    void load();
    return () => abort.abort();
  }, [needsMore, data, client, path, query, wanted]);

  return {
    rows,
    total: data?.pages[0]?.total ?? null,
    facets: data?.pages[0]?.facets,
    isFirstLoad: answer.isPending,
    isBusy: isFetching || needsMore,
    hasMore,
    error: answer.error,
    retry: () => {
      setFailedAt(0);
      void refetch();
    },
  };
}
