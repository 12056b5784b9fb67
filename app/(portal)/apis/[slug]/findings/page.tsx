import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import { FINDING_LIST } from '#components/findings/finding-list-spec.ts';
import { FindingList } from '#components/findings/finding-list.tsx';
import { MendLater } from '#components/findings/mend-later.tsx';
import { ScoreLater } from '#components/findings/score-later.tsx';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { getFindings } from '#lib/server/findings/routes.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchAddressedList } from '#lib/server/prefetch.ts';
import type { PageSearch } from '#lib/server/prefetch.ts';

interface ApiFindingsPageProps {
  params: Promise<{ slug: string }>;
  searchParams: PageSearch;
}

export default async function ApiFindingsPage({ params, searchParams }: ApiFindingsPageProps) {
  const { slug } = await params;
  const ctx = await pageContext();
  const client = makeQueryClient();
  await prefetchAddressedList(client, ctx, getFindings, '/findings', {
    spec: FINDING_LIST,
    searchParams,
    within: `api=${slug}`,
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageBody>
        <MendLater slug={slug} />
        <FindingList api={slug} />
        <ScoreLater slug={slug} />
      </PageBody>
    </HydrationBoundary>
  );
}
