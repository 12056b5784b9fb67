import { apis } from '#db/schema/apis.ts';
import { newId } from '#db/new-id.ts';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import { mayRegister } from '#lib/domain/ownership/registering.ts';
import { ownsAtOnce } from '#lib/domain/ownership/rights.ts';
import { tierOf } from '#lib/domain/risk/tier.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { conflict, refuse } from '../http/problem.ts';
import { startTerm } from '../ownership/start-term.ts';
import { refreshPosture } from '../posture/refresh-posture.ts';
import { loadTeam } from '../teams/load-team.ts';
import { transact } from '../transact.ts';
import { applicationId, normaliseRepository } from './api-input.ts';
import type { ApiInput } from './api-input.ts';
import { getApi } from './get-api.ts';

/**
 * With a team the caller must manage it or be in it: a manager's registration is owned at once, a member's is an offer
 * to the team's managers. Without a team the API is unowned.
 */
export async function registerApi(ctx: Ctx, input: ApiInput): Promise<ApiDto> {
  const id = newId();
  return transact(ctx, async (tx) => {
    const team = input.team ? await loadTeam(tx, input.team) : null;
    refuse(mayRegister(ctx.actor.standing, team?.path ?? null));
    const isOwned = team !== null && ownsAtOnce(ctx.actor.standing, team.path);
    const registeredBy = ctx.actor.standing.kind === 'person' ? ctx.actor.id : null;
    const offer =
      team && !isOwned ? { offeredTeamId: team.id, offeredBy: registeredBy, offeredAt: ctx.now } : {};
    const { application, team: _team, ...given } = input;
    const fields = { ...given, repository: normaliseRepository(input.repository) };
    const made = await tx
      .insert(apis)
      .values({
        ...fields,
        ...offer,
        id,
        tier: tierOf(input),
        applicationId: await applicationId(tx, application),
        registeredBy,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .onConflictDoNothing({ target: apis.slug })
      .returning({ id: apis.id });
    if (made.length === 0) throw conflict('api.slug-taken', `There is already an API ${input.slug}.`);
    await audit(tx, ctx, {
      action: 'api.registered',
      subjects: [input.slug, ...(team ? [team.slug] : []), ...(application ? [application] : [])],
      data: {
        ...fields,
        team: team?.slug ?? null,
        ownership: isOwned ? 'accepted' : team ? 'offered' : 'none',
      },
    });
    if (isOwned) await startTerm(tx, ctx, { apiId: id, apiSlug: input.slug, team });
    await refreshPosture(tx, ctx, [id]);
    return getApi(ctx, input.slug, tx);
  });
}
