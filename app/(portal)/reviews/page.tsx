import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { REVIEW_LIST } from '#components/reviews/review-list-spec.ts';
import { ReviewList } from '#components/reviews/review-list.tsx';
import { PageBody, PageHeader } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { listQuery, readTableState, toSearch } from '#lib/client/table-address.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchList } from '#lib/server/prefetch.ts';
import { getReviews } from '#lib/server/reviews/routes.ts';

export const metadata: Metadata = { title: 'Reviews' };

interface ReviewsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ReviewsPage({ searchParams }: ReviewsPageProps) {
  const ctx = await pageContext();
  const client = makeQueryClient();
  await prefetchList(
    client,
    ctx,
    getReviews,
    '/reviews',
    listQuery(readTableState(toSearch(await searchParams), REVIEW_LIST)),
  );
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageHeader title="Reviews" description="What was asked to be signed off, and who it waits for." />
      <PageBody>
        <ReviewList />
      </PageBody>
    </HydrationBoundary>
  );
}
