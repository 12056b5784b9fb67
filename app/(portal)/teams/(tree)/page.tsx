import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { UNOWNED_LIST } from '#components/ownership/unowned-list-spec.ts';
import { TEAM_LIST, TREE_QUERY, UNOWNED_COUNT } from '#components/teams/team-list-spec.ts';
import { TeamsHeader } from '#components/teams/teams-header.tsx';
import { TeamsTab } from '#components/teams/teams-tab.tsx';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { listQuery, readTableState, toSearch } from '#lib/client/table-address.ts';
import { getUnowned } from '#lib/server/ownership/routes.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchAddressedList, prefetchAnswer, prefetchList } from '#lib/server/prefetch.ts';
import type { PageSearch } from '#lib/server/prefetch.ts';
import { listTeams } from '#lib/server/teams/routes.ts';

interface TeamsPageProps {
  searchParams: PageSearch;
}

export async function generateMetadata({ searchParams }: TeamsPageProps): Promise<Metadata> {
  return { title: (await searchParams)['tab'] === 'unowned' ? 'Unowned APIs' : 'Teams' };
}

export default async function TeamsPage({ searchParams }: TeamsPageProps) {
  const ctx = await pageContext();
  const client = makeQueryClient();
  const search = toSearch(await searchParams);
  const isUnowned = search.get('tab') === 'unowned';
  const found = readTableState(search, TEAM_LIST);
  const isSearched = found.q !== '' || found.filters['member'] !== undefined;
  await Promise.all([
    prefetchAnswer(client, ctx, getUnowned, '/ownership/unowned', {}, UNOWNED_COUNT),
    isUnowned
      ? prefetchAddressedList(client, ctx, getUnowned, '/ownership/unowned', {
          spec: UNOWNED_LIST,
          searchParams,
        })
      : prefetchList(client, ctx, listTeams, '/teams', isSearched ? listQuery(found) : TREE_QUERY),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <TeamsHeader />
      <PageBody>
        <TeamsTab isUnowned={isUnowned} />
      </PageBody>
    </HydrationBoundary>
  );
}
