import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { EditApi } from '#components/apis/form/edit-api.tsx';
import { PageBody, PageHeader } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import { getOneApi } from '#lib/server/apis/routes.ts';
import { getEnvironments } from '#lib/server/environments/routes.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { getPolicyRoute } from '#lib/server/policies/routes.ts';
import { answerOrNotFound, prefetchAnswer } from '#lib/server/prefetch.ts';

interface EditApiPageProps {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: EditApiPageProps): Promise<Metadata> {
  return { title: `Edit ${(await params).slug}` };
}

/** Stands beside the tabs of the API, not among them: while somebody edits, the rest of it is no use. */
export default async function EditApiPage({ params }: EditApiPageProps) {
  const { slug } = await params;
  const ctx = await pageContext();
  const client = makeQueryClient();
  const api = await answerOrNotFound<ApiDto>(ctx, getOneApi, { slug });
  await Promise.all([
    prefetchAnswer(client, ctx, getEnvironments, '/environments'),
    prefetchAnswer(client, ctx, getPolicyRoute, '/policies/gate', { key: 'gate' }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageHeader title={`Edit ${api.name}`} slug={slug} />
      <PageBody>
        <EditApi api={api} />
      </PageBody>
    </HydrationBoundary>
  );
}
