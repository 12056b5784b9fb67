import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { ApiList } from '#components/apis/api-list.tsx';
import { RegisterLink } from '#components/apis/register-link.tsx';
import { API_LIST } from '#components/apis/api-list-spec.ts';
import { PageBody, PageHeader } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { listQuery, readTableState, toSearch } from '#lib/client/table-address.ts';
import { getApis } from '#lib/server/apis/routes.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchList } from '#lib/server/prefetch.ts';

export const metadata: Metadata = { title: 'APIs' };

interface ApisPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ApisPage({ searchParams }: ApisPageProps) {
  const ctx = await pageContext();
  const client = makeQueryClient();
  const query = listQuery(readTableState(toSearch(await searchParams), API_LIST));
  await prefetchList(client, ctx, getApis, '/apis', query);
  return (
    <>
      <PageHeader title="APIs" actions={<RegisterLink variant="primary" />} />
      <PageBody>
        <HydrationBoundary state={dehydrate(client)}>
          <ApiList />
        </HydrationBoundary>
      </PageBody>
    </>
  );
}
