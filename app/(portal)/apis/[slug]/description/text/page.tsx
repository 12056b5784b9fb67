import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import { redirect } from 'next/navigation';
import { TextViewer } from '#components/revisions/text-viewer.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { readTextPlace, textAddress, textSearch } from '#lib/client/text-address.ts';
import { toSearch } from '#lib/client/table-address.ts';
import type { Page } from '#lib/domain/page.ts';
import type { RevisionDto } from '#lib/domain/revisions/dto.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { answerOrNotFound, prefetchAnswer, prefetchList } from '#lib/server/prefetch.ts';
import type { PageSearch } from '#lib/server/prefetch.ts';
import { placeInText } from '#lib/server/revisions/place-in-text.ts';
import { getRevision, getRevisions, getText } from '#lib/server/revisions/routes.ts';

interface TextPageProps {
  params: Promise<{ slug: string }>;
  searchParams: PageSearch;
}

/** Of a larger description the text takes its time; the page does not wait for it. */
const QUICK_BYTES = 1_000_000;

export default async function TextPage({ params, searchParams }: TextPageProps) {
  const { slug } = await params;
  const search = toSearch(await searchParams);
  const ctx = await pageContext();
  const pointer = search.get('pointer');
  if (pointer !== null) {
    const wanted = [search.get('revision'), search.get('before')].filter((one) => one !== null);
    // What cannot be found is said by the text itself.
    const place = await placeInText(ctx, slug, wanted, pointer).catch(() => null);
    redirect(`/apis/${slug}/description/text${textAddress(place ?? { revision: search.get('revision') })}`);
  }
  const client = makeQueryClient();
  const path = `/apis/${slug}/revisions`;
  await prefetchList(client, ctx, getRevisions, path, '', { slug });
  const revisions = await answerOrNotFound<Page<RevisionDto>>(ctx, getRevisions, { slug });
  const id = search.get('revision') ?? revisions.items[0]?.id;
  if (!id) {
    return (
      <PageBody>
        <EmptyState kind="nothing" title="No description has been uploaded yet" />
      </PageBody>
    );
  }
  const { size } = await prefetchAnswer<RevisionDto>(client, ctx, getRevision, `${path}/${id}`, { slug, id });
  if (size < QUICK_BYTES) {
    const wanted = textSearch(readTextPlace(search));
    // What the interface would refuse is left to the browser, which shows the refusal in the text's place.
    await prefetchAnswer(client, ctx, getText, `${path}/${id}/text`, { slug, id }, wanted).catch(() => null);
  }
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageBody>
        <TextViewer key={id} slug={slug} revisionId={id} />
      </PageBody>
    </HydrationBoundary>
  );
}
