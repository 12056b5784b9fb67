import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import { redirect } from 'next/navigation';
import { changedFindingsSearch, changesAddress, diffSearch } from '#components/revisions/changes-address.ts';
import { RevisionChanges } from '#components/revisions/revision-changes.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import type { Page } from '#lib/domain/page.ts';
import type { RevisionDto } from '#lib/domain/revisions/dto.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { answerOrNotFound, prefetchAnswer, prefetchList } from '#lib/server/prefetch.ts';
import { getDiff, getRevision, getRevisionFindings, getRevisions } from '#lib/server/revisions/routes.ts';

interface ChangesPageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ from?: string; to?: string }>;
}

export default async function ChangesPage({ params, searchParams }: ChangesPageProps) {
  const { slug } = await params;
  const { from, to } = await searchParams;
  const ctx = await pageContext();
  if (!from || !to) {
    const { items } = await answerOrNotFound<Page<RevisionDto>>(ctx, getRevisions, { slug }, 'limit=2');
    const [newest, before] = items;
    if (newest && before) redirect(changesAddress(slug, before.id, newest.id));
    return (
      <PageBody>
        <EmptyState kind="nothing" icon="git-compare" title="There is nothing to compare yet">
          What changed shows from the second description on.
        </EmptyState>
      </PageBody>
    );
  }
  const client = makeQueryClient();
  const revisions = `/apis/${slug}/revisions`;
  const findings = (one: string, other: string) => {
    const path = `${revisions}/${one}/findings`;
    const asked = changedFindingsSearch(other);
    return prefetchAnswer(client, ctx, getRevisionFindings, path, { slug, id: one }, asked);
  };
  await Promise.all([
    prefetchAnswer(client, ctx, getDiff, `/apis/${slug}/diff`, { slug }, diffSearch(from, to)),
    prefetchAnswer(client, ctx, getRevision, `${revisions}/${from}`, { slug, id: from }),
    prefetchAnswer(client, ctx, getRevision, `${revisions}/${to}`, { slug, id: to }),
    findings(from, to),
    findings(to, from),
    prefetchList(client, ctx, getRevisions, revisions, '', { slug }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageBody>
        <RevisionChanges key={`${from} ${to}`} slug={slug} from={from} to={to} />
      </PageBody>
    </HydrationBoundary>
  );
}
