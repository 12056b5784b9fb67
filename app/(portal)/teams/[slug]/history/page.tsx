import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { AUDIT_LIST } from '#components/audit/audit-list-spec.ts';
import { AuditList } from '#components/audit/audit-list.tsx';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { listAudit } from '#lib/server/audit/routes.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchAddressedList } from '#lib/server/prefetch.ts';
import type { PageSearch } from '#lib/server/prefetch.ts';

interface TeamHistoryPageProps {
  params: Promise<{ slug: string }>;
  searchParams: PageSearch;
}

export async function generateMetadata({ params }: TeamHistoryPageProps): Promise<Metadata> {
  return { title: `History of ${(await params).slug}` };
}

export default async function TeamHistoryPage({ params, searchParams }: TeamHistoryPageProps) {
  const { slug } = await params;
  const ctx = await pageContext();
  const client = makeQueryClient();
  await prefetchAddressedList(client, ctx, listAudit, '/audit', {
    spec: AUDIT_LIST,
    searchParams,
    within: `subject=${encodeURIComponent(slug)}`,
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageBody>
        <AuditList subject={slug} />
      </PageBody>
    </HydrationBoundary>
  );
}
