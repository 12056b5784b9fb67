import { mayAct } from '#lib/domain/review/actions.ts';
import type { ReviewDto } from '#lib/domain/review/dto.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { refuse } from '../http/problem.ts';
import { transact } from '../transact.ts';
import { loadReview } from './load-reviews.ts';
import { remark } from './remark.ts';

/** Changes nothing that is decided, so the version stays: a remark must not make somebody's signature stale. */
export async function commentReview(
  ctx: Ctx,
  id: string,
  text: string,
): Promise<ReviewDto['comments'][number]> {
  return transact(ctx, async (tx) => {
    const { api, facts } = await loadReview(tx, id);
    refuse(mayAct('comment', { ...facts, actor: ctx.actor.standing }));
    const comment = await remark(tx, ctx, id, 'comment', text);
    await audit(tx, ctx, {
      action: 'review.commented',
      subjects: [id, api.slug],
      data: { comment: comment.id, text },
    });
    return comment;
  });
}
