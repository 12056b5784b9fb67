import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { RiskPage } from '#components/risk/risk-page.tsx';
import { riskSearch } from '#components/risk/risk-search.ts';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { toSearch } from '#lib/client/table-address.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchAnswer } from '#lib/server/prefetch.ts';
import { getRiskRoute } from '#lib/server/risk/routes.ts';

export const metadata: Metadata = { title: 'Risk' };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: PageProps) {
  const ctx = await pageContext();
  const client = makeQueryClient();
  await prefetchAnswer(client, ctx, getRiskRoute, '/risk', {}, riskSearch(toSearch(await searchParams)));
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <RiskPage />
    </HydrationBoundary>
  );
}
