import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { APPLICATION_LIST } from '#components/applications/application-list-spec.ts';
import { ApplicationList } from '#components/applications/application-list.tsx';
import { ApplicationsHeader } from '#components/applications/applications-header.tsx';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { listQuery, readTableState, toSearch } from '#lib/client/table-address.ts';
import { getApplications } from '#lib/server/applications/routes.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { getMe } from '#lib/server/people/routes.ts';
import { prefetchAnswer, prefetchList } from '#lib/server/prefetch.ts';

export const metadata: Metadata = { title: 'Applications' };

interface ApplicationsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ApplicationsPage({ searchParams }: ApplicationsPageProps) {
  const ctx = await pageContext();
  const client = makeQueryClient();
  const asked = listQuery(readTableState(toSearch(await searchParams), APPLICATION_LIST));
  await Promise.all([
    prefetchAnswer(client, ctx, getMe, '/me'),
    prefetchList(client, ctx, getApplications, '/applications', asked),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ApplicationsHeader />
      <PageBody>
        <ApplicationList />
      </PageBody>
    </HydrationBoundary>
  );
}
