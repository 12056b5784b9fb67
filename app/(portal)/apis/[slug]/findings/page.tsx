import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import { FINDING_LIST } from '#components/findings/finding-list-spec.ts';
import { FindingList } from '#components/findings/finding-list.tsx';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { listQuery, readTableState, toSearch } from '#lib/client/table-address.ts';
import { getFindings } from '#lib/server/findings/routes.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchList } from '#lib/server/prefetch.ts';

interface ApiFindingsPageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ApiFindingsPage({ params, searchParams }: ApiFindingsPageProps) {
  const { slug } = await params;
  const ctx = await pageContext();
  const client = makeQueryClient();
  const query = listQuery(readTableState(toSearch(await searchParams), FINDING_LIST));
  await prefetchList(client, ctx, getFindings, '/findings', `api=${slug}&${query}`);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageBody>
        <FindingList api={slug} />
      </PageBody>
    </HydrationBoundary>
  );
}
