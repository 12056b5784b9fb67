import { describe, expect, it } from 'vitest';
import {
  act,
  answerAll,
  gate,
  must,
  ownedApi,
  requestReview,
  useReviewWorld,
} from '../testing/review-world.ts';

const world = useReviewWorld();

describe('a review', () => {
  it('goes from a draft to a sign-off that the gate counts', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const review = await requestReview(org.dev, api);
    expect(review).toMatchObject({
      state: 'draft',
      environment: 'production',
      team: org.a,
      tier: 'low',
      void: null,
      checklist: { id: 'default', version: 1 },
      requiredApprovals: [{ role: 'owner', team: org.a, escalated: false }],
      approvals: [],
      sinceLastSignOff: null,
    });
    expect(must(await act(org.dev, review.id, 'submit'), 409).code).toBe('review.incomplete');
    await answerAll(org.dev, review);
    must(await act(org.dev, review.id, 'submit'), 200);
    expect((await gate(org.dev, api)).outcome).toBe('awaiting');
    const signed = must(await act(org.anna, review.id, 'approve', { comment: 'Looks right' }), 200);
    expect(signed).toMatchObject({
      state: 'approved',
      approvals: [{ role: 'owner', email: org.anna.email, revokedAt: null }],
    });
    expect((await gate(org.dev, api)).outcome).toBe('allowed');
  });
});
