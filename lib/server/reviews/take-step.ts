import { and, eq } from 'drizzle-orm';
import { reviews } from '#db/schema/reviews.ts';
import { mayAct } from '#lib/domain/review/actions.ts';
import type { ReviewAction, ReviewDto } from '#lib/domain/review/dto.ts';
import { reviewDueAt } from '#lib/domain/review/due.ts';
import { nextState } from '#lib/domain/review/transitions.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { expectedVersion, staleWrite } from '../http/etag.ts';
import { problemOf, refuse } from '../http/problem.ts';
import { refreshPosture } from '../posture/refresh-posture.ts';
import { transact } from '../transact.ts';
import { compareReview } from './compare-with-last.ts';
import { reviewDto } from './get-review.ts';
import { loadReviewForUpdate } from './load-reviews.ts';
import type { LoadedReview } from './load-reviews.ts';
import { remark } from './remark.ts';
import { revokeInside } from './revoke-sign-offs.ts';

/** Steps that move a review on without signing it. */
export type Step = Extract<ReviewAction, 'submit' | 'request-changes' | 'reject' | 'withdraw'>;

const STEPS = {
  submit: { event: 'review.submitted', revokes: null },
  'request-changes': { event: 'review.changes-requested', revokes: 'Changes were asked for.' },
  reject: { event: 'review.rejected', revokes: 'The review was rejected.' },
  withdraw: { event: 'review.withdrawn', revokes: 'The review was withdrawn.' },
} as const satisfies Record<Step, { event: string; revokes: string | null }>;

/** A sign-off given so far falls with the answers it was given for: what is submitted again is signed again. */
export async function takeStep(
  ctx: Ctx,
  id: string,
  step: Step,
  { comment, ifMatch }: { comment: string; ifMatch: string | null },
): Promise<ReviewDto> {
  const since = await compareReview(ctx.db, id);
  const { event, revokes } = STEPS[step];
  return transact(ctx, async (tx) => {
    const loaded = await loadReviewForUpdate(tx, id);
    const { api, facts } = loaded;
    refuse(mayAct(step, { ...facts, actor: ctx.actor.standing }));
    const version = expectedVersion(ifMatch, loaded.version);
    const state = stateAfter(facts.review.state, step);
    const written = await tx
      .update(reviews)
      .set({ state, version: version + 1, ...instants(ctx, loaded, step) })
      .where(and(eq(reviews.id, id), eq(reviews.version, version)))
      .returning({ id: reviews.id });
    if (written.length === 0) throw staleWrite();
    const revoked = revokes ? await revokeInside(tx, ctx, id, revokes) : [];
    if (comment) await remark(tx, ctx, id, step, comment);
    await audit(tx, ctx, {
      action: event,
      subjects: [id, api.slug],
      data: {
        before: facts.review.state,
        after: state,
        comment: comment || null,
        ...(revoked.length > 0 ? { revoked } : {}),
      },
    });
    await refreshPosture(tx, ctx, [api.id]);
    return reviewDto(ctx, id, since, tx);
  });
}

function stateAfter(state: ReviewDto['state'], step: Step): ReviewDto['state'] {
  const next = nextState(state, step);
  if (typeof next === 'string') return next;
  throw problemOf(next);
}

const instants = (ctx: Ctx, { tier }: LoadedReview, step: Step) =>
  step === 'submit'
    ? { submittedAt: ctx.now, decidedAt: null, dueAt: reviewDueAt(tier, ctx.now) }
    : { decidedAt: ctx.now };
