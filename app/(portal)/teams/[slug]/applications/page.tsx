import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { TEAM_APPLICATION_LIST } from '#components/applications/application-list-spec.ts';
import { ApplicationList } from '#components/applications/application-list.tsx';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { listQuery, readTableState, toSearch } from '#lib/client/table-address.ts';
import { getApplications } from '#lib/server/applications/routes.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchList } from '#lib/server/prefetch.ts';

interface TeamApplicationsPageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: TeamApplicationsPageProps): Promise<Metadata> {
  return { title: `Applications of ${(await params).slug}` };
}

export default async function TeamApplicationsPage({ params, searchParams }: TeamApplicationsPageProps) {
  const { slug } = await params;
  const ctx = await pageContext();
  const client = makeQueryClient();
  const asked = listQuery(readTableState(toSearch(await searchParams), TEAM_APPLICATION_LIST));
  await prefetchList(client, ctx, getApplications, '/applications', `team=${slug}&${asked}`);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageBody>
        <ApplicationList team={slug} />
      </PageBody>
    </HydrationBoundary>
  );
}
