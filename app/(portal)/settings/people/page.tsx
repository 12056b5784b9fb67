import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { PEOPLE_LIST } from '#components/settings/people-list-spec.ts';
import { PeopleSettings } from '#components/settings/people-settings.tsx';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { mayManage } from '#lib/domain/ownership/rights.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { listPeople } from '#lib/server/people/routes.ts';
import { prefetchAddressedList } from '#lib/server/prefetch.ts';
import type { PageSearch } from '#lib/server/prefetch.ts';
import { rightOf } from '#lib/server/right-of.ts';

export const metadata: Metadata = { title: 'People' };

interface PeoplePageProps {
  searchParams: PageSearch;
}

export default async function PeoplePage({ searchParams }: PeoplePageProps) {
  const ctx = await pageContext();
  const client = makeQueryClient();
  await prefetchAddressedList(client, ctx, listPeople, '/people', { spec: PEOPLE_LIST, searchParams });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageBody>
        <PeopleSettings right={rightOf(mayManage(ctx.actor.standing, 'people'))} />
      </PageBody>
    </HydrationBoundary>
  );
}
