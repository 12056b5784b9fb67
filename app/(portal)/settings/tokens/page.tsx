import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { TOKEN_LIST } from '#components/settings/token-list-spec.ts';
import { TokenSettings } from '#components/settings/token-settings.tsx';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchAddressedList } from '#lib/server/prefetch.ts';
import type { PageSearch } from '#lib/server/prefetch.ts';
import { listTokens } from '#lib/server/tokens/routes.ts';

export const metadata: Metadata = { title: 'Tokens' };

interface TokensPageProps {
  searchParams: PageSearch;
}

export default async function TokensPage({ searchParams }: TokensPageProps) {
  const ctx = await pageContext();
  const client = makeQueryClient();
  await prefetchAddressedList(client, ctx, listTokens, '/tokens', { spec: TOKEN_LIST, searchParams });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageBody>
        <TokenSettings />
      </PageBody>
    </HydrationBoundary>
  );
}
