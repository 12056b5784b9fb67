import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { apis } from '#db/schema/apis.ts';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import { mayOffer, ownsAtOnce } from '#lib/domain/ownership/rights.ts';
import { getApi } from '../apis/get-api.ts';
import { loadApiForUpdate } from '../apis/load-api.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { conflict, refuse } from '../http/problem.ts';
import { refreshPosture } from '../posture/refresh-posture.ts';
import { loadTeam } from '../teams/load-team.ts';
import { transact } from '../transact.ts';
import { startTerm } from './start-term.ts';

/** Gives an API to a team: an offer, or one step for whoever manages both sides. */
export async function offerApi(ctx: Ctx, slug: string, teamSlug: string): Promise<ApiDto> {
  return transact(ctx, async (tx) => {
    await offerInside(tx, ctx, slug, teamSlug);
    return getApi(ctx, slug, tx);
  });
}

export type OfferResult = 'accepted' | 'offered';

/** For one and for many: the caller's transaction. */
export async function offerInside(
  tx: Transaction,
  ctx: Ctx,
  slug: string,
  teamSlug: string,
): Promise<OfferResult> {
  const { api, place } = await loadApiForUpdate(tx, slug);
  const team = await loadTeam(tx, teamSlug);
  refuse(mayOffer(ctx.actor.standing, place));
  if (api.ownerTeamId === team.id)
    throw conflict('ownership.already-owner', `${team.name} owns ${slug} already.`);
  const isAtOnce = ownsAtOnce(ctx.actor.standing, team.path);
  if (isAtOnce) {
    await startTerm(tx, ctx, { apiId: api.id, apiSlug: slug, team, from: place.ownerPath.at(-1) ?? null });
  } else {
    const by = ctx.actor.standing.kind === 'person' ? ctx.actor.id : null;
    await tx
      .update(apis)
      .set({ offeredTeamId: team.id, offeredBy: by, offeredAt: ctx.now })
      .where(eq(apis.id, api.id));
    await audit(tx, ctx, {
      action: 'ownership.offered',
      subjects: [slug, team.slug],
      data: { from: place.ownerPath.at(-1) ?? null, to: team.slug, before: place.offeredPath.at(-1) ?? null },
    });
  }
  await tx
    .update(apis)
    .set({ version: sql`${apis.version} + 1`, updatedAt: ctx.now })
    .where(and(eq(apis.id, api.id)));
  await refreshPosture(tx, ctx, [api.id]);
  return isAtOnce ? 'accepted' : 'offered';
}
