import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { SCOPED_API_LIST } from '#components/apis/api-list-spec.ts';
import { ScopedApiList } from '#components/apis/scoped-api-list.tsx';
import { apisOfTeam } from '#components/teams/team-list-spec.ts';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { getApis } from '#lib/server/apis/routes.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchAddressedList } from '#lib/server/prefetch.ts';
import type { PageSearch } from '#lib/server/prefetch.ts';

interface TeamApisPageProps {
  params: Promise<{ slug: string }>;
  searchParams: PageSearch;
}

export async function generateMetadata({ params }: TeamApisPageProps): Promise<Metadata> {
  return { title: `APIs of ${(await params).slug}` };
}

export default async function TeamApisPage({ params, searchParams }: TeamApisPageProps) {
  const { slug } = await params;
  const ctx = await pageContext();
  const client = makeQueryClient();
  const scope = apisOfTeam(slug);
  await prefetchAddressedList(client, ctx, getApis, '/apis', {
    spec: SCOPED_API_LIST,
    searchParams,
    within: scope,
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageBody>
        <ScopedApiList
          scope={scope}
          exportName={`${slug}-apis`}
          nothing="Neither this team nor a team below owns an API"
          registerHref={`/apis/new?team=${slug}`}
        />
      </PageBody>
    </HydrationBoundary>
  );
}
