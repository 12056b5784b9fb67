import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import { SCOPED_API_LIST } from '#components/apis/api-list-spec.ts';
import { ApplicationOverview } from '#components/applications/application-overview.tsx';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import type { ApplicationDto } from '#lib/domain/applications/dto.ts';
import { getApis, getOneApi } from '#lib/server/apis/routes.ts';
import { getApplication } from '#lib/server/applications/routes.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { answerOrNotFound, prefetchAddressedList, prefetchAnswer } from '#lib/server/prefetch.ts';
import type { PageSearch } from '#lib/server/prefetch.ts';

interface ApplicationPageProps {
  params: Promise<{ slug: string }>;
  searchParams: PageSearch;
}

export default async function ApplicationPage({ params, searchParams }: ApplicationPageProps) {
  const { slug } = await params;
  const ctx = await pageContext();
  const client = makeQueryClient();
  const application = await answerOrNotFound<ApplicationDto>(ctx, getApplication, { slug });
  const worst = application.risk?.worstApi;
  await Promise.all([
    prefetchAddressedList(client, ctx, getApis, '/apis', {
      spec: SCOPED_API_LIST,
      searchParams,
      within: `application=${slug}`,
    }),
    worst ? prefetchAnswer(client, ctx, getOneApi, `/apis/${worst}`, { slug: worst }) : null,
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageBody>
        <ApplicationOverview slug={slug} />
      </PageBody>
    </HydrationBoundary>
  );
}
