import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { FINDING_LIST } from '#components/findings/finding-list-spec.ts';
import { FindingList } from '#components/findings/finding-list.tsx';
import { PageBody, PageHeader } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { getFindings } from '#lib/server/findings/routes.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchAddressedList } from '#lib/server/prefetch.ts';
import type { PageSearch } from '#lib/server/prefetch.ts';

export const metadata: Metadata = { title: 'Findings' };

interface FindingsPageProps {
  searchParams: PageSearch;
}

export default async function FindingsPage({ searchParams }: FindingsPageProps) {
  const ctx = await pageContext();
  const client = makeQueryClient();
  await prefetchAddressedList(client, ctx, getFindings, '/findings', { spec: FINDING_LIST, searchParams });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageHeader title="Findings" description="What scans and other scanners found, over all APIs." />
      <PageBody>
        <FindingList />
      </PageBody>
    </HydrationBoundary>
  );
}
