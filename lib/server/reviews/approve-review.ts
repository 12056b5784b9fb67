import { and, asc, eq } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { newId } from '#db/new-id.ts';
import { reviewItems, reviews, signOffs } from '#db/schema/reviews.ts';
import { DAY } from '#lib/domain/policy/periods.ts';
import { standingApprovals } from '#lib/domain/review/approvals.ts';
import { mayApprove } from '#lib/domain/review/approve.ts';
import type { ApprovalFacts } from '#lib/domain/review/approve.ts';
import type { ReviewDto } from '#lib/domain/review/dto.ts';
import { stateAfterApproval } from '#lib/domain/review/transitions.ts';
import type { ApprovalRole } from '#lib/domain/words.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { personId } from '../context.ts';
import { recordDigest } from '../gate/attest.ts';
import { expectedVersion, staleWrite } from '../http/etag.ts';
import { problemOf } from '../http/problem.ts';
import { currentPolicy } from '../policies/current-policy.ts';
import { refreshPosture } from '../posture/refresh-posture.ts';
import { transact } from '../transact.ts';
import { compareReview } from './compare-with-last.ts';
import { reviewDto } from './get-review.ts';
import { loadReviewForUpdate } from './load-reviews.ts';
import type { LoadedReview } from './load-reviews.ts';
import { remark } from './remark.ts';

/**
 * Gives one sign-off. Everything it rests on is read under the locks of the API and the review: whoever comes second,
 * in parallel or after a hand-over, is judged by what the first one left.
 */
export async function approveReview(
  ctx: Ctx,
  id: string,
  { comment, ifMatch }: { comment: string; ifMatch: string | null },
): Promise<ReviewDto> {
  const since = await compareReview(ctx.db, id);
  return transact(ctx, async (tx) => {
    const loaded = await loadReviewForUpdate(tx, id);
    const { api, facts } = loaded;
    const role = roleToSign({ ...facts, actor: ctx.actor.standing });
    const version = expectedVersion(ifMatch, loaded.version);
    const signOff = await sign(tx, ctx, loaded, role);
    const given = standingApprovals(facts.review).map((approval) => approval.role);
    const state = stateAfterApproval(facts.required, [...given, role]);
    const written = await tx
      .update(reviews)
      .set({ state, version: version + 1, ...(state === 'approved' ? { decidedAt: signOff.at } : {}) })
      .where(and(eq(reviews.id, id), eq(reviews.version, version)))
      .returning({ id: reviews.id });
    if (written.length === 0) throw staleWrite();
    if (comment) await remark(tx, ctx, id, 'approve', comment);
    const { materialDigest, answersHash, expiresAt, checklistVersion } = signOff;
    await audit(tx, ctx, {
      action: 'review.approved',
      subjects: [id, api.slug, signOff.id],
      data: {
        role,
        state,
        materialDigest,
        answersHash,
        checklistVersion,
        team: loaded.team?.slug ?? null,
        expiresAt,
        comment: comment || null,
      },
    });
    await refreshPosture(tx, ctx, [api.id]);
    return reviewDto(ctx, id, since, tx);
  });
}

function roleToSign(facts: ApprovalFacts): ApprovalRole {
  const verdict = mayApprove(facts);
  if ('role' in verdict) return verdict.role;
  throw problemOf(verdict);
}

async function sign(
  tx: Transaction,
  ctx: Ctx,
  { id, api, tier, team, facts }: LoadedReview,
  role: ApprovalRole,
) {
  const { review } = facts;
  if (!team) throw new Error('a review that may be signed has a team of record');
  const policy = await currentPolicy(tx);
  // Another process may have a clock that runs ahead: a sign-off is never older than the submission it is for.
  const at = new Date(Math.max(ctx.now.getTime(), review.openedAt));
  const signOff = {
    id: newId(ctx.now.getTime()),
    reviewId: id,
    apiId: api.id,
    environment: review.environment,
    materialDigest: review.materialDigest,
    role,
    personId: personId(ctx),
    checklistId: review.checklist.id,
    checklistVersion: review.checklist.version,
    answersHash: await answersHash(tx, id),
    termId: team.term,
    teamId: team.id,
    at,
    expiresAt: new Date(at.getTime() + policy.tiers[tier].signOffDays * DAY),
  };
  await tx.insert(signOffs).values(signOff);
  return signOff;
}

/** Of what was signed: every question's key with its answer and evidence, in the order they were asked. */
async function answersHash(tx: Transaction, id: string): Promise<string> {
  const { key, answer, evidence, position } = reviewItems;
  const items = await tx
    .select({ key, answer, evidence })
    .from(reviewItems)
    .where(eq(reviewItems.reviewId, id))
    .orderBy(asc(position));
  return recordDigest(items);
}
