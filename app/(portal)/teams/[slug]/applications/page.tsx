import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { TEAM_APPLICATION_LIST } from '#components/applications/application-list-spec.ts';
import { ApplicationList } from '#components/applications/application-list.tsx';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { getApplications } from '#lib/server/applications/routes.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchAddressedList } from '#lib/server/prefetch.ts';
import type { PageSearch } from '#lib/server/prefetch.ts';

interface TeamApplicationsPageProps {
  params: Promise<{ slug: string }>;
  searchParams: PageSearch;
}

export async function generateMetadata({ params }: TeamApplicationsPageProps): Promise<Metadata> {
  return { title: `Applications of ${(await params).slug}` };
}

export default async function TeamApplicationsPage({ params, searchParams }: TeamApplicationsPageProps) {
  const { slug } = await params;
  const ctx = await pageContext();
  const client = makeQueryClient();
  await prefetchAddressedList(client, ctx, getApplications, '/applications', {
    spec: TEAM_APPLICATION_LIST,
    searchParams,
    within: `team=${slug}`,
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageBody>
        <ApplicationList team={slug} />
      </PageBody>
    </HydrationBoundary>
  );
}
