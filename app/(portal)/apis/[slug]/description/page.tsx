import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import { ApiDescription } from '#components/apis/api-description.tsx';
import { OPERATION_LIST } from '#components/apis/operation-list-spec.ts';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import type { RevisionDto } from '#lib/domain/revisions/dto.ts';
import type { Page } from '#lib/domain/page.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { answerOrNotFound, prefetchAddressedList, prefetchList } from '#lib/server/prefetch.ts';
import type { PageSearch } from '#lib/server/prefetch.ts';
import { getOperations, getRevisions } from '#lib/server/revisions/routes.ts';

interface DescriptionPageProps {
  params: Promise<{ slug: string }>;
  searchParams: PageSearch;
}

export default async function DescriptionPage({ params, searchParams }: DescriptionPageProps) {
  const { slug } = await params;
  const { revision } = await searchParams;
  const ctx = await pageContext();
  const client = makeQueryClient();
  await prefetchList(client, ctx, getRevisions, `/apis/${slug}/revisions`, '', { slug });
  const revisions = await answerOrNotFound<Page<RevisionDto>>(ctx, getRevisions, { slug });
  const id = (typeof revision === 'string' ? revision : null) ?? revisions.items[0]?.id;
  if (id) {
    await prefetchAddressedList(client, ctx, getOperations, `/apis/${slug}/revisions/${id}/operations`, {
      spec: OPERATION_LIST,
      searchParams,
      params: { slug, id },
    });
  }
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageBody>
        <ApiDescription slug={slug} />
      </PageBody>
    </HydrationBoundary>
  );
}
