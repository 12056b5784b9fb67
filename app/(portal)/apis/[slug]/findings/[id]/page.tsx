import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import { FindingDetail } from '#components/findings/finding-detail.tsx';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { getOneFinding } from '#lib/server/findings/routes.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchAnswer } from '#lib/server/prefetch.ts';

export default async function FindingPage({ params }: { params: Promise<{ slug: string; id: string }> }) {
  const { slug, id } = await params;
  const ctx = await pageContext();
  const client = makeQueryClient();
  await prefetchAnswer(client, ctx, getOneFinding, `/findings/${id}`, { id });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageBody>
        <FindingDetail slug={slug} path={`/findings/${id}`} />
      </PageBody>
    </HydrationBoundary>
  );
}
