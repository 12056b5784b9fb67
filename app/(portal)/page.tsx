import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { RegisterLink } from '#components/apis/register-link.tsx';
import { FirstSteps } from '#components/my-work/first-steps.tsx';
import { MY_WORK } from '#components/my-work/my-work-queries.ts';
import { MyWork } from '#components/my-work/my-work.tsx';
import { panelsFor } from '#components/my-work/panels-for.ts';
import { OverviewStrip } from '#components/my-work/overview-strip.tsx';
import { PageBody, PageHeader } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import type { OrganisationRole } from '#lib/domain/words.ts';
import { getApis } from '#lib/server/apis/routes.ts';
import { firstSteps } from '#lib/server/first-steps.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchAnswer } from '#lib/server/prefetch.ts';
import { getReviews } from '#lib/server/reviews/routes.ts';
import { getRiskRoute } from '#lib/server/risk/routes.ts';

export const metadata: Metadata = { title: 'My work' };

export default async function MyWorkPage() {
  const ctx = await pageContext();
  const { teamRoles } = ctx.actor.standing;
  const role: OrganisationRole = ctx.actor.standing.role ?? 'member';
  const hasTeams = Object.keys(teamRoles).length > 0;
  const client = makeQueryClient();
  const panels = panelsFor(role, hasTeams).map((name) => {
    const { path, search } = MY_WORK[name];
    return prefetchAnswer(client, ctx, path === '/reviews' ? getReviews : getApis, path, {}, search);
  });
  const looksAfterAll = role !== 'member';
  await Promise.all([
    ...panels,
    ...(looksAfterAll ? [prefetchAnswer(client, ctx, getRiskRoute, '/risk')] : []),
  ]);
  const found = role === 'admin' ? await firstSteps(ctx) : null;
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageHeader title="My work" actions={<RegisterLink />} />
      <PageBody>
        {found && found.apis === 0 && <FirstSteps {...found} />}
        {looksAfterAll && <OverviewStrip />}
        <MyWork role={role} hasTeams={hasTeams} />
      </PageBody>
    </HydrationBoundary>
  );
}
