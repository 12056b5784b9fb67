import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { AUDIT_LIST } from '#components/audit/audit-list-spec.ts';
import { AuditList } from '#components/audit/audit-list.tsx';
import { PageBody, PageHeader } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { listAudit } from '#lib/server/audit/routes.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchAddressedList } from '#lib/server/prefetch.ts';
import type { PageSearch } from '#lib/server/prefetch.ts';

export const metadata: Metadata = { title: 'Audit' };

interface AuditPageProps {
  searchParams: PageSearch;
}

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const ctx = await pageContext();
  const client = makeQueryClient();
  await prefetchAddressedList(client, ctx, listAudit, '/audit', { spec: AUDIT_LIST, searchParams });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageHeader
        title="Audit"
        description="Every change, in order. Events can be added and never altered or removed."
      />
      <PageBody>
        <AuditList />
      </PageBody>
    </HydrationBoundary>
  );
}
