import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import { DECISION_LIST } from '#components/gate/decision-list-spec.ts';
import { DecisionList } from '#components/gate/decision-list.tsx';
import { GateCoverage } from '#components/gate/gate-coverage.tsx';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { getCoverageRoute } from '#lib/server/deployments/routes.ts';
import { getDecisions } from '#lib/server/gate/routes.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchAddressedList, prefetchAnswer } from '#lib/server/prefetch.ts';
import type { PageSearch } from '#lib/server/prefetch.ts';

interface ApiGatePageProps {
  params: Promise<{ slug: string }>;
  searchParams: PageSearch;
}

export default async function ApiGatePage({ params, searchParams }: ApiGatePageProps) {
  const { slug } = await params;
  const ctx = await pageContext();
  const client = makeQueryClient();
  const within = `api=${slug}`;
  await Promise.all([
    prefetchAnswer(client, ctx, getCoverageRoute, '/coverage', {}, within),
    prefetchAddressedList(client, ctx, getDecisions, '/decisions', {
      spec: DECISION_LIST,
      searchParams,
      within,
    }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageBody>
        <GateCoverage api={slug} />
        <DecisionList api={slug} />
      </PageBody>
    </HydrationBoundary>
  );
}
