import type { Transaction } from '#db/client.ts';
import { newId } from '#db/new-id.ts';
import { reviewComments } from '#db/schema/reviews.ts';
import type { ReviewAction, ReviewDto } from '#lib/domain/review/dto.ts';
import type { Ctx } from '../context.ts';
import { personId } from '../context.ts';

type Comment = ReviewDto['comments'][number];

/** Keeps what somebody said with a step, for the conversation beside the review. Called by verbs that authorise and audit. */
export async function remark(
  tx: Transaction,
  ctx: Ctx,
  reviewId: string,
  step: ReviewAction,
  text: string,
): Promise<Comment> {
  const id = newId(ctx.now.getTime());
  await tx
    .insert(reviewComments)
    .values({ id, reviewId, authorId: personId(ctx), step, text, createdAt: ctx.now });
  const author = { email: ctx.actor.standing.name, name: ctx.actor.displayName };
  return { id, author, step, text, at: ctx.now.toISOString() };
}
