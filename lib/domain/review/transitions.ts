import { conflicting, type Refusal } from '../identity/refusal.ts';
import type { ApprovalRole, ReviewState } from '../words.ts';
import type { ReviewAction } from './dto.ts';

/**
 * Every state × action: the state that follows, or null where the action is refused. `approve` names the state after
 * the last sign-off that is needed; with sign-offs outstanding the review stays open (`stateAfterApproval`).
 */
export const REVIEW_TRANSITIONS = {
  draft: {
    submit: 'open',
    approve: null,
    'request-changes': null,
    reject: null,
    withdraw: 'withdrawn',
    answer: 'draft',
    comment: 'draft',
  },
  open: {
    submit: null,
    approve: 'approved',
    'request-changes': 'changes-requested',
    reject: 'rejected',
    withdraw: 'withdrawn',
    answer: 'open',
    comment: 'open',
  },
  'changes-requested': {
    submit: 'open',
    approve: null,
    'request-changes': null,
    reject: null,
    withdraw: 'withdrawn',
    answer: 'changes-requested',
    comment: 'changes-requested',
  },
  approved: {
    submit: null,
    approve: null,
    'request-changes': null,
    reject: null,
    withdraw: null,
    answer: null,
    comment: 'approved',
  },
  rejected: {
    submit: null,
    approve: null,
    'request-changes': null,
    reject: null,
    withdraw: null,
    answer: null,
    comment: 'rejected',
  },
  withdrawn: {
    submit: null,
    approve: null,
    'request-changes': null,
    reject: null,
    withdraw: null,
    answer: null,
    comment: 'withdrawn',
  },
} as const satisfies Record<ReviewState, Record<ReviewAction, ReviewState | null>>;

const STATE_WORDS = {
  draft: 'still a draft',
  open: 'already submitted',
  'changes-requested': 'back with its requester for changes',
  approved: 'already approved',
  rejected: 'already rejected',
  withdrawn: 'already withdrawn',
} as const satisfies Record<ReviewState, string>;

/** Neither decided nor withdrawn. */
export const isLive = (state: ReviewState): boolean =>
  state === 'draft' || state === 'open' || state === 'changes-requested';

/** The refusal `review.state` when the table does not know the step from this state, else null. */
export function refuseStep(state: ReviewState, action: ReviewAction): Refusal | null {
  if (REVIEW_TRANSITIONS[state][action] !== null) return null;
  return conflicting('review.state', `This review is ${STATE_WORDS[state]}.`);
}

/** The state after a step, or the refusal `review.state`. */
export function nextState(state: ReviewState, action: ReviewAction): ReviewState | Refusal {
  return (
    REVIEW_TRANSITIONS[state][action] ?? conflicting('review.state', `This review is ${STATE_WORDS[state]}.`)
  );
}

/** Approved once every required role has signed this review, else still open. */
export function stateAfterApproval(
  required: readonly ApprovalRole[],
  signed: readonly ApprovalRole[],
): ReviewState {
  return required.every((role) => signed.includes(role)) ? REVIEW_TRANSITIONS.open.approve : 'open';
}
