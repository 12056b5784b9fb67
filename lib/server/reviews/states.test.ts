import { describe, expect, it } from 'vitest';
import { REVIEW_ACTIONS } from '#lib/domain/review/dto.ts';
import type { ReviewAction } from '#lib/domain/review/dto.ts';
import { REVIEW_TRANSITIONS } from '#lib/domain/review/transitions.ts';
import { REVIEW_STATES } from '#lib/domain/words.ts';
import type { ReviewState } from '#lib/domain/words.ts';
import { act, answer, must, ownedApi, requestReview, useReviewWorld } from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';

const world = useReviewWorld();

const WAY: Record<ReviewState, ReviewAction[]> = {
  draft: [],
  open: ['submit'],
  'changes-requested': ['submit', 'request-changes'],
  approved: ['submit', 'approve'],
  rejected: ['submit', 'reject'],
  withdrawn: ['withdraw'],
};

const ACTORS = {
  submit: 'dev',
  approve: 'anna',
  'request-changes': 'anna',
  reject: 'anna',
  withdraw: 'dev',
  answer: 'dev',
  comment: 'nina',
} as const satisfies Record<ReviewAction, keyof Organisation>;

async function take(org: Organisation, id: string, action: ReviewAction, key: string) {
  const person = org[ACTORS[action]];
  if (action === 'answer') return answer(person, id, key, 'yes');
  if (action === 'comment') return person.api.post(`/reviews/${id}/comments`, { json: { text: 'A word' } });
  return act(person, id, action);
}

/** Every item answered by Dev, without a request for each. */
async function answeredReview(org: Organisation, api: string) {
  const review = await requestReview(org.dev, api);
  await world.database.pool.query(
    `UPDATE review_items SET answer = 'yes', answered_by = $2 WHERE review_id = $1`,
    [review.id, org.dev.id],
  );
  return review;
}

describe('every state and action', () => {
  it.each(REVIEW_STATES)('from %s only the steps of the table are taken', async (state) => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    for (const action of REVIEW_ACTIONS) {
      const review = await answeredReview(org, api);
      const { key } = review.items[0];
      for (const step of WAY[state]) must(await take(org, review.id, step, key), 200);
      const before = must(await org[ACTORS[action]].api.get(`/reviews/${review.id}`), 200);
      expect(before.state).toBe(state);
      const next = REVIEW_TRANSITIONS[state][action];
      // The page's button and the refusal are one rule.
      expect([action, before.rights[action].allowed]).toEqual([action, next !== null]);
      const taken = await take(org, review.id, action, key);
      const after = (await org.dev.api.get(`/reviews/${review.id}`)).json;
      if (next === null) {
        expect(taken).toMatchObject({
          status: 409,
          json: { code: 'review.state', detail: before.rights[action].reason },
        });
        expect(after).toMatchObject({ state, version: before.version });
      } else {
        must(taken, action === 'comment' ? 201 : 200);
        expect(after.state).toBe(next);
      }
    }
  });
});
