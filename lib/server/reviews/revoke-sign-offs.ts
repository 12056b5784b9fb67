import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { people } from '#db/schema/people.ts';
import { reviews, signOffs } from '#db/schema/reviews.ts';
import type { ReviewDto } from '#lib/domain/review/dto.ts';
import { mayRevoke } from '#lib/domain/review/revoke.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { expectedVersion, staleWrite } from '../http/etag.ts';
import { refuse } from '../http/problem.ts';
import { refreshPosture } from '../posture/refresh-posture.ts';
import { transact } from '../transact.ts';
import { compareReview } from './compare-with-last.ts';
import { reviewDto } from './get-review.ts';
import { loadReviewForUpdate } from './load-reviews.ts';

/** From the commit on the gate no longer counts them. The review itself stays as it ended: that it was signed is history. */
export async function revokeSignOffs(
  ctx: Ctx,
  id: string,
  reason: string,
  ifMatch: string | null,
): Promise<ReviewDto> {
  const since = await compareReview(ctx.db, id);
  return transact(ctx, async (tx) => {
    const { api, facts, version: current } = await loadReviewForUpdate(tx, id);
    refuse(mayRevoke(ctx.actor.standing, facts.place, facts.review.approvals.length));
    const version = expectedVersion(ifMatch, current);
    const revoked = await revokeInside(tx, ctx, id, reason);
    const written = await tx
      .update(reviews)
      .set({ version: version + 1 })
      .where(and(eq(reviews.id, id), eq(reviews.version, version)))
      .returning({ id: reviews.id });
    if (written.length === 0) throw staleWrite();
    await audit(tx, ctx, {
      action: 'signoff.revoked',
      subjects: [id, api.slug, ...revoked.map(({ by }) => by)],
      data: { revoked, reason },
    });
    await refreshPosture(tx, ctx, [api.id]);
    return reviewDto(ctx, id, since, tx);
  });
}

/** Whatever stands on the review is revoked; for verbs that authorise and audit. Returns who had signed in which role. */
export function revokeInside(tx: Transaction, ctx: Ctx, id: string, reason: string) {
  return tx
    .update(signOffs)
    .set({ revokedAt: ctx.now, revokedBy: ctx.actor.standing.name, revokedReason: reason })
    .where(and(eq(signOffs.reviewId, id), isNull(signOffs.revokedAt)))
    .returning({
      role: signOffs.role,
      by: sql<string>`(SELECT ${people.email} FROM ${people} WHERE ${people.id} = ${signOffs.personId})`,
    });
}
