import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { PolicyView } from '#components/settings/policy-view.tsx';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { getPolicyRoute } from '#lib/server/policies/routes.ts';
import { prefetchAnswer } from '#lib/server/prefetch.ts';

export const metadata: Metadata = { title: 'Policy' };

export default async function PolicyPage() {
  const ctx = await pageContext();
  const client = makeQueryClient();
  await prefetchAnswer(client, ctx, getPolicyRoute, '/policies/gate', { key: 'gate' });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageBody>
        <PolicyView />
      </PageBody>
    </HydrationBoundary>
  );
}
