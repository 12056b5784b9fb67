import { eq, sql } from 'drizzle-orm';
import { apis } from '#db/schema/apis.ts';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import { mayAccept, mayDecline } from '#lib/domain/ownership/rights.ts';
import { getApi } from '../apis/get-api.ts';
import { loadApiForUpdate } from '../apis/load-api.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { refuse } from '../http/problem.ts';
import { refreshPosture } from '../posture/refresh-posture.ts';
import { loadTeam } from '../teams/load-team.ts';
import { transact } from '../transact.ts';
import { startTerm } from './start-term.ts';

export async function acceptOffer(ctx: Ctx, slug: string): Promise<ApiDto> {
  return transact(ctx, async (tx) => {
    const { api, place } = await loadApiForUpdate(tx, slug);
    refuse(mayAccept(ctx.actor.standing, place));
    const team = await loadTeam(tx, place.offeredPath.at(-1)!);
    await startTerm(tx, ctx, { apiId: api.id, apiSlug: slug, team, from: place.ownerPath.at(-1) ?? null });
    await tx
      .update(apis)
      .set({ version: sql`${apis.version} + 1`, updatedAt: ctx.now })
      .where(eq(apis.id, api.id));
    await refreshPosture(tx, ctx, [api.id]);
    return getApi(ctx, slug, tx);
  });
}

/** A declined API stays with its owner, or unowned. */
export async function declineOffer(ctx: Ctx, slug: string, comment?: string): Promise<ApiDto> {
  return transact(ctx, async (tx) => {
    const { api, place } = await loadApiForUpdate(tx, slug);
    refuse(mayDecline(ctx.actor.standing, place));
    await tx
      .update(apis)
      .set({
        offeredTeamId: null,
        offeredBy: null,
        offeredAt: null,
        updatedAt: ctx.now,
        version: sql`${apis.version} + 1`,
      })
      .where(eq(apis.id, api.id));
    await audit(tx, ctx, {
      action: 'ownership.declined',
      subjects: [slug, place.offeredPath.at(-1)!],
      data: { comment: comment ?? null },
    });
    await refreshPosture(tx, ctx, [api.id]);
    return getApi(ctx, slug, tx);
  });
}
