import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { ChecklistView } from '#components/settings/checklist-view.tsx';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { getChecklists } from '#lib/server/checklists/routes.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchAnswer } from '#lib/server/prefetch.ts';

export const metadata: Metadata = { title: 'Checklist' };

export default async function ChecklistPage() {
  const ctx = await pageContext();
  const client = makeQueryClient();
  await prefetchAnswer(client, ctx, getChecklists, '/checklists', {}, 'limit=20');
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageBody>
        <ChecklistView />
      </PageBody>
    </HydrationBoundary>
  );
}
