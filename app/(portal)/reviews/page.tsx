import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { REVIEW_LIST } from '#components/reviews/review-list-spec.ts';
import { ReviewList } from '#components/reviews/review-list.tsx';
import { PageBody, PageHeader } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchAddressedList } from '#lib/server/prefetch.ts';
import type { PageSearch } from '#lib/server/prefetch.ts';
import { getReviews } from '#lib/server/reviews/routes.ts';

export const metadata: Metadata = { title: 'Reviews' };

interface ReviewsPageProps {
  searchParams: PageSearch;
}

export default async function ReviewsPage({ searchParams }: ReviewsPageProps) {
  const ctx = await pageContext();
  const client = makeQueryClient();
  await prefetchAddressedList(client, ctx, getReviews, '/reviews', { spec: REVIEW_LIST, searchParams });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageHeader title="Reviews" description="What was asked to be signed off, and who it waits for." />
      <PageBody>
        <ReviewList />
      </PageBody>
    </HydrationBoundary>
  );
}
