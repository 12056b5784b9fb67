import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { ApiList } from '#components/apis/api-list.tsx';
import { RegisterLink } from '#components/apis/register-link.tsx';
import { API_LIST } from '#components/apis/api-list-spec.ts';
import { PageBody, PageHeader } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { getApis } from '#lib/server/apis/routes.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchAddressedList } from '#lib/server/prefetch.ts';
import type { PageSearch } from '#lib/server/prefetch.ts';

export const metadata: Metadata = { title: 'APIs' };

interface ApisPageProps {
  searchParams: PageSearch;
}

export default async function ApisPage({ searchParams }: ApisPageProps) {
  const ctx = await pageContext();
  const client = makeQueryClient();
  await prefetchAddressedList(client, ctx, getApis, '/apis', { spec: API_LIST, searchParams });
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
