import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { reviewItems, reviews } from '#db/schema/reviews.ts';
import { mayAct } from '#lib/domain/review/actions.ts';
import type { ReviewDto } from '#lib/domain/review/dto.ts';
import type { Answer } from '#lib/domain/words.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { personId } from '../context.ts';
import { expectedVersion, staleWrite } from '../http/etag.ts';
import { invalid, notFound, refuse } from '../http/problem.ts';
import { refreshPosture } from '../posture/refresh-posture.ts';
import { transact } from '../transact.ts';
import { compareReview } from './compare-with-last.ts';
import { reviewDto } from './get-review.ts';
import { loadReviewForUpdate } from './load-reviews.ts';

export interface GivenAnswer {
  answer: Answer;
  evidence?: string;
}

/** Whoever answers last has a hand in the review from then on, and cannot sign it. */
export async function answerItem(
  ctx: Ctx,
  id: string,
  key: string,
  given: GivenAnswer,
  ifMatch: string | null,
): Promise<ReviewDto> {
  const since = await compareReview(ctx.db, id);
  return transact(ctx, async (tx) => {
    const { facts, version: current, api } = await loadReviewForUpdate(tx, id);
    refuse(mayAct('answer', { ...facts, actor: ctx.actor.standing }));
    const version = expectedVersion(ifMatch, current);
    const before = await findItem(tx, id, key);
    const after = { answer: given.answer, evidence: evidenceOf(given, before) };
    await tx
      .update(reviewItems)
      .set({ ...after, prefilled: false, answeredBy: personId(ctx), answeredAt: ctx.now })
      .where(and(eq(reviewItems.reviewId, id), eq(reviewItems.key, key)));
    const written = await tx
      .update(reviews)
      .set({ version: version + 1 })
      .where(and(eq(reviews.id, id), eq(reviews.version, version)))
      .returning({ id: reviews.id });
    if (written.length === 0) throw staleWrite();
    await audit(tx, ctx, {
      action: 'review.answered',
      subjects: [id, api.slug, key],
      data: { before: { answer: before.answer, evidence: before.evidence }, after },
    });
    // Until it is submitted no decision looks at its answers.
    if (facts.review.state === 'open') await refreshPosture(tx, ctx, [api.id]);
    return reviewDto(ctx, id, since, tx);
  });
}

type ItemRecord = typeof reviewItems.$inferSelect;

async function findItem(tx: Transaction, id: string, key: string): Promise<ItemRecord> {
  const [item] = await tx
    .select()
    .from(reviewItems)
    .where(and(eq(reviewItems.reviewId, id), eq(reviewItems.key, key)));
  if (!item) throw notFound(`item ${key} in this review`);
  return item;
}

/** Evidence belongs to the answer it was written for: another answer without a word of its own starts without any. */
function evidenceOf({ answer, evidence }: GivenAnswer, before: ItemRecord): string | null {
  const kept = answer === before.answer ? before.evidence : null;
  const text = evidence === undefined ? kept : evidence.trim() || null;
  if (answer === 'not-applicable' && text === null) {
    throw invalid('/evidence', 'Say why the question does not apply.');
  }
  return text;
}
