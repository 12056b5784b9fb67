import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { APPLICATION_LIST } from '#components/applications/application-list-spec.ts';
import { ApplicationList } from '#components/applications/application-list.tsx';
import { ApplicationsHeader } from '#components/applications/applications-header.tsx';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { getApplications } from '#lib/server/applications/routes.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchAddressedList } from '#lib/server/prefetch.ts';
import type { PageSearch } from '#lib/server/prefetch.ts';

export const metadata: Metadata = { title: 'Applications' };

interface ApplicationsPageProps {
  searchParams: PageSearch;
}

export default async function ApplicationsPage({ searchParams }: ApplicationsPageProps) {
  const ctx = await pageContext();
  const client = makeQueryClient();
  await prefetchAddressedList(client, ctx, getApplications, '/applications', {
    spec: APPLICATION_LIST,
    searchParams,
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ApplicationsHeader />
      <PageBody>
        <ApplicationList />
      </PageBody>
    </HydrationBoundary>
  );
}
