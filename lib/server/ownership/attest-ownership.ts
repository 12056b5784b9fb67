import { eq, sql } from 'drizzle-orm';
import { apis } from '#db/schema/apis.ts';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import { mayAttest } from '#lib/domain/ownership/rights.ts';
import { getApi } from '../apis/get-api.ts';
import { loadApiForUpdate } from '../apis/load-api.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { refuse } from '../http/problem.ts';
import { refreshPosture } from '../posture/refresh-posture.ts';
import { transact } from '../transact.ts';

/** A manager confirms that the team still answers for the API; without it ownership goes stale after the policy's period. */
export async function attestOwnership(ctx: Ctx, slug: string): Promise<ApiDto> {
  return transact(ctx, async (tx) => {
    const { api, place } = await loadApiForUpdate(tx, slug);
    refuse(mayAttest(ctx.actor.standing, place));
    await tx
      .update(apis)
      .set({ ownerConfirmedAt: ctx.now, updatedAt: ctx.now, version: sql`${apis.version} + 1` })
      .where(eq(apis.id, api.id));
    await audit(tx, ctx, {
      action: 'ownership.attested',
      subjects: [slug, place.ownerPath.at(-1)!],
      data: { before: api.ownerConfirmedAt?.toISOString() ?? null },
    });
    await refreshPosture(tx, ctx, [api.id]);
    return getApi(ctx, slug, tx);
  });
}
