import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { AuditEvent } from '#components/audit/audit-event.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { getOneEvent } from '#lib/server/audit/routes.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchAnswer } from '#lib/server/prefetch.ts';

export const metadata: Metadata = { title: 'Audit event' };

export default async function AuditEventPage({ params }: { params: Promise<{ seq: string }> }) {
  const { seq } = await params;
  const ctx = await pageContext();
  const client = makeQueryClient();
  await prefetchAnswer(client, ctx, getOneEvent, `/audit/events/${seq}`, { seq });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <AuditEvent seq={seq} />
    </HydrationBoundary>
  );
}
