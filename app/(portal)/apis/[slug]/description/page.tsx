import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import { ApiDescription } from '#components/apis/api-description.tsx';
import { OPERATION_LIST } from '#components/apis/operation-list-spec.ts';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { listQuery, readTableState, toSearch } from '#lib/client/table-address.ts';
import type { RevisionDto } from '#lib/domain/revisions/dto.ts';
import type { Page } from '#lib/domain/page.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { answerOrNotFound, prefetchList } from '#lib/server/prefetch.ts';
import { getOperations, getRevisions } from '#lib/server/revisions/routes.ts';

interface DescriptionPageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function DescriptionPage({ params, searchParams }: DescriptionPageProps) {
  const { slug } = await params;
  const search = toSearch(await searchParams);
  const ctx = await pageContext();
  const client = makeQueryClient();
  await prefetchList(client, ctx, getRevisions, `/apis/${slug}/revisions`, '', { slug });
  const revisions = await answerOrNotFound<Page<RevisionDto>>(ctx, getRevisions, { slug }, 'limit=1');
  const id = search.get('revision') ?? revisions.items[0]?.id;
  if (id) {
    const query = listQuery(readTableState(search, OPERATION_LIST));
    await prefetchList(client, ctx, getOperations, `/apis/${slug}/revisions/${id}/operations`, query, {
      slug,
      id,
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
