import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { ReviewPage } from '#components/reviews/review-page.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchAnswer } from '#lib/server/prefetch.ts';
import { getReview } from '#lib/server/reviews/routes.ts';

export const metadata: Metadata = { title: 'Review' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await pageContext();
  const client = makeQueryClient();
  await prefetchAnswer(client, ctx, getReview, `/reviews/${id}`, { id });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ReviewPage id={id} />
    </HydrationBoundary>
  );
}
