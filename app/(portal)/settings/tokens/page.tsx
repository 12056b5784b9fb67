import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { TOKEN_LIST } from '#components/settings/token-list-spec.ts';
import { TokenSettings } from '#components/settings/token-settings.tsx';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { listQuery, readTableState, toSearch } from '#lib/client/table-address.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { getMe } from '#lib/server/people/routes.ts';
import { prefetchAnswer, prefetchList } from '#lib/server/prefetch.ts';
import { listTokens } from '#lib/server/tokens/routes.ts';

export const metadata: Metadata = { title: 'Tokens' };

interface TokensPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function TokensPage({ searchParams }: TokensPageProps) {
  const ctx = await pageContext();
  const client = makeQueryClient();
  const asked = listQuery(readTableState(toSearch(await searchParams), TOKEN_LIST));
  await Promise.all([
    prefetchAnswer(client, ctx, getMe, '/me'),
    prefetchList(client, ctx, listTokens, '/tokens', asked),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageBody>
        <TokenSettings />
      </PageBody>
    </HydrationBoundary>
  );
}
