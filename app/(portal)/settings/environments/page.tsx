import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { EnvironmentSettings } from '#components/settings/environment-settings.tsx';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { mayManage } from '#lib/domain/ownership/rights.ts';
import { getEnvironments } from '#lib/server/environments/routes.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchAnswer } from '#lib/server/prefetch.ts';
import { rightOf } from '#lib/server/right-of.ts';

export const metadata: Metadata = { title: 'Environments' };

export default async function EnvironmentsPage() {
  const ctx = await pageContext();
  const client = makeQueryClient();
  await prefetchAnswer(client, ctx, getEnvironments, '/environments');
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageBody>
        <EnvironmentSettings right={rightOf(mayManage(ctx.actor.standing, 'environments'))} />
      </PageBody>
    </HydrationBoundary>
  );
}
