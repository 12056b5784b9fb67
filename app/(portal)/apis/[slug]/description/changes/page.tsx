import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import { notFound } from 'next/navigation';
import { RevisionChanges } from '#components/revisions/revision-changes.tsx';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchAnswer } from '#lib/server/prefetch.ts';
import { getDiff } from '#lib/server/revisions/routes.ts';

interface ChangesPageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ from?: string; to?: string }>;
}

export default async function ChangesPage({ params, searchParams }: ChangesPageProps) {
  const { slug } = await params;
  const { from, to } = await searchParams;
  if (!from || !to) notFound();
  const ctx = await pageContext();
  const client = makeQueryClient();
  const search = new URLSearchParams({ from, to }).toString();
  await prefetchAnswer(client, ctx, getDiff, `/apis/${slug}/diff`, { slug }, search);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageBody>
        <RevisionChanges slug={slug} search={search} />
      </PageBody>
    </HydrationBoundary>
  );
}
