import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import { REVIEW_LIST } from '#components/reviews/review-list-spec.ts';
import { ReviewList } from '#components/reviews/review-list.tsx';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchAddressedList } from '#lib/server/prefetch.ts';
import type { PageSearch } from '#lib/server/prefetch.ts';
import { getReviews } from '#lib/server/reviews/routes.ts';

interface ApiReviewsPageProps {
  params: Promise<{ slug: string }>;
  searchParams: PageSearch;
}

export default async function ApiReviewsPage({ params, searchParams }: ApiReviewsPageProps) {
  const { slug } = await params;
  const ctx = await pageContext();
  const client = makeQueryClient();
  await prefetchAddressedList(client, ctx, getReviews, '/reviews', {
    spec: REVIEW_LIST,
    searchParams,
    within: `api=${slug}`,
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageBody>
        <ReviewList api={slug} />
      </PageBody>
    </HydrationBoundary>
  );
}
