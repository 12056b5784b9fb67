import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import { TeamOverview } from '#components/teams/team-overview.tsx';
import { childrenQuery, offersQuery } from '#components/teams/team-list-spec.ts';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { getApis } from '#lib/server/apis/routes.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchList } from '#lib/server/prefetch.ts';
import { listTeams } from '#lib/server/teams/routes.ts';

export default async function TeamPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const ctx = await pageContext();
  const client = makeQueryClient();
  await Promise.all([
    prefetchList(client, ctx, getApis, '/apis', offersQuery(slug)),
    prefetchList(client, ctx, listTeams, '/teams', childrenQuery(slug)),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageBody>
        <TeamOverview slug={slug} />
      </PageBody>
    </HydrationBoundary>
  );
}
