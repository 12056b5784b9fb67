import { conflicting, forbidden, type Refusal } from '../identity/refusal.ts';
import type { ApiPlace } from '../ownership/capacities.ts';
import { mayAnswer, mayComment, mayRequestReview } from '../ownership/rights.ts';
import { standingApprovals } from './approvals.ts';
import { mayApprove, mayJudge, refuseIncomplete, type ApprovalFacts } from './approve.ts';
import type { ReviewAction } from './dto.ts';
import { refuseOvertaken } from './overtaken.ts';
import { refuseStep } from './transitions.ts';

export interface ReviewActionFacts extends ApprovalFacts {
  /** What rights over the reviewed API depend on. */
  place: ApiPlace;
}

/**
 * Whether the actor may take the step now: null, or the refusal for the problem document and the disabled button.
 * Steps of a decision say first what is wrong with the review, all others first who may take them.
 */
export function mayAct(action: ReviewAction, facts: ReviewActionFacts): Refusal | null {
  return CHECKS[action](facts);
}

type Check = (facts: ReviewActionFacts) => Refusal | null;

const maySubmit: Check = (facts) => {
  const { actor, place, review } = facts;
  const isRequester = isOwnReview(facts);
  return (
    (isRequester ? mayComment(actor, place) : mayRequestReview(actor, place)) ??
    refuseStep(review.state, 'submit') ??
    refuseOvertaken(review, facts) ??
    refuseIncomplete(review)
  );
};

const mayWithdraw: Check = (facts) => {
  if (!isOwnReview(facts)) return forbidden('Only who requested this review may withdraw it.');
  return mayComment(facts.actor, facts.place) ?? refuseStep(facts.review.state, 'withdraw');
};

/** Answers are fixed from the first sign-off on: whoever signed must have seen what the next one signs. */
const mayAnswerItem: Check = ({ actor, place, review }) => {
  const refusal = mayAnswer(actor, place) ?? refuseStep(review.state, 'answer');
  if (refusal) return refusal;
  if (review.state !== 'open' || standingApprovals(review).length === 0) return null;
  return conflicting(
    'review.state',
    'This review is signed in part; ask for changes before answering again.',
  );
};

const approveCheck: Check = (facts) => {
  const answer = mayApprove(facts);
  return 'role' in answer ? null : answer;
};

const CHECKS = {
  submit: maySubmit,
  approve: approveCheck,
  'request-changes': mayJudge,
  reject: mayJudge,
  withdraw: mayWithdraw,
  answer: mayAnswerItem,
  comment: ({ actor, place }) => mayComment(actor, place),
} as const satisfies Record<ReviewAction, Check>;

const isOwnReview = ({ actor, review }: ReviewActionFacts): boolean =>
  actor.kind === 'person' && actor.name === review.requestedBy;
