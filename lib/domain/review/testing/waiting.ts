import { alex, anna, APPROVED, dev, OPEN, OWNER, sam } from '../../gate/testing/example.ts';
import { someone } from '../../gate/testing/standings.ts';
import type { ReviewActionFacts } from '../actions.ts';
import type { SignableReview } from '../approve.ts';

/** An open review of team Payments, requested, answered and described by Dev, that Anna is about to sign. */
export const WAITING: ReviewActionFacts = {
  actor: someone(anna.email, { payments: 'approver' }),
  review: { ...OPEN, createdAt: OPEN.openedAt, checklist: { id: 'default', version: 3 } },
  owner: OWNER,
  required: ['owner'],
  security: [sam],
  newestRevision: { materialDigest: 'sha256:m1', uploadedAt: OPEN.openedAt },
  reviews: [APPROVED, OPEN],
  checklist: { id: 'default', version: 3 },
  place: { registeredBy: dev.email, state: 'accepted', ownerPath: ['company', 'payments'], offeredPath: [] },
};

/** The same review at a tier that needs both sign-offs. */
export const WAITING_FOR_TWO: ReviewActionFacts = { ...WAITING, required: ['owner', 'security'] };

export const samSecurity = someone(sam.email, {}, 'security');
export const alexApprover = someone(alex.email, { payments: 'approver' });

export const withReview = (facts: ReviewActionFacts, change: Partial<SignableReview>): ReviewActionFacts => ({
  ...facts,
  review: { ...facts.review, ...change },
});
