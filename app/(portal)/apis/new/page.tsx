import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { RegisterApi } from '#components/apis/form/register-api.tsx';
import { PageBody, PageHeader } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { pickedTeam } from '#lib/client/pickers.ts';
import type { ApplicationDto } from '#lib/domain/applications/dto.ts';
import type { TeamDto } from '#lib/domain/teams/dto.ts';
import { getApplication } from '#lib/server/applications/routes.ts';
import { getEnvironments } from '#lib/server/environments/routes.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { getPolicyRoute } from '#lib/server/policies/routes.ts';
import { answerOrNotFound, prefetchAnswer } from '#lib/server/prefetch.ts';
import type { PageSearch } from '#lib/server/prefetch.ts';
import { getTeam } from '#lib/server/teams/routes.ts';

export const metadata: Metadata = { title: 'Register an API' };

interface NewApiPageProps {
  searchParams: PageSearch;
}

export default async function NewApiPage({ searchParams }: NewApiPageProps) {
  const ctx = await pageContext();
  const client = makeQueryClient();
  const { team, application } = await searchParams;
  const forTeam = team ? await answerOrNotFound<TeamDto>(ctx, getTeam, { slug: String(team) }) : null;
  const within = application
    ? await answerOrNotFound<ApplicationDto>(ctx, getApplication, { slug: String(application) })
    : null;
  await Promise.all([
    prefetchAnswer(client, ctx, getEnvironments, '/environments'),
    prefetchAnswer(client, ctx, getPolicyRoute, '/policies/gate', { key: 'gate' }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageHeader
        title="Register an API"
        description="Name it, say what it may harm and who answers for it. Its description is uploaded next."
      />
      <PageBody>
        <RegisterApi
          team={forTeam && pickedTeam(forTeam)}
          application={within && { value: within.slug, label: within.name, detail: within.slug }}
        />
      </PageBody>
    </HydrationBoundary>
  );
}
