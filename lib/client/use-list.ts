'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Facets } from '#lib/domain/page.ts';
import { listOptions } from './list-options.ts';

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
  const answer = useInfiniteQuery(listOptions<Row, Filter>(path, query));
  const { data, hasNextPage, isFetching, fetchNextPage, refetch } = answer;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);

  const needsMore = hasNextPage && rows.length < wanted && !isFetching && !answer.isError;
  useEffect(() => {
    if (needsMore) void fetchNextPage();
  }, [needsMore, fetchNextPage]);

  return {
    rows,
    total: data?.pages[0]?.total ?? null,
    facets: data?.pages[0]?.facets,
    isFirstLoad: answer.isPending,
    isBusy: isFetching,
    hasMore: hasNextPage,
    error: answer.error,
    retry: () => void refetch(),
  };
}
