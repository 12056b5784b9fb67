import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { apis, ownershipTerms } from '#db/schema/apis.ts';
import { newId } from '#db/new-id.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { TeamRecord } from '../teams/load-team.ts';

/**
 * A team becomes the team of record. Every acceptance is a new term, also of a team that owned the API before: what was
 * signed in an earlier term does not come back.
 */
export async function startTerm(
  tx: Transaction,
  ctx: Ctx,
  {
    apiId,
    apiSlug,
    team,
    from = null,
  }: { apiId: string; apiSlug: string; team: Pick<TeamRecord, 'id' | 'slug'>; from?: string | null },
): Promise<void> {
  const id = newId(ctx.now.getTime());
  await tx
    .update(ownershipTerms)
    .set({ endedAt: ctx.now })
    .where(and(eq(ownershipTerms.apiId, apiId), isNull(ownershipTerms.endedAt)));
  await tx
    .insert(ownershipTerms)
    .values({ id, apiId, teamId: team.id, acceptedBy: ctx.actor.standing.name, startedAt: ctx.now });
  await tx
    .update(apis)
    .set({
      ownerTeamId: team.id,
      ownerTermId: id,
      ownerSince: ctx.now,
      ownerConfirmedAt: ctx.now,
      offeredTeamId: null,
      offeredBy: null,
      offeredAt: null,
    })
    .where(eq(apis.id, apiId));
  await audit(tx, ctx, {
    action: from ? 'ownership.handed-over' : 'ownership.accepted',
    subjects: [apiSlug, team.slug, ...(from ? [from] : [])],
    data: { from, to: team.slug, term: id },
  });
}
