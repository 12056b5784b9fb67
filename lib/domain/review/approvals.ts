import type { ReviewFacts } from '../gate/facts.ts';
import type { ApprovalRole } from '../words.ts';

type Signed = Pick<ReviewFacts, 'openedAt' | 'approvals'>;

/** Approvals given since the last submission: what was signed before changes were asked for was another set of answers. */
export function standingApprovals({ openedAt, approvals }: Signed): ReviewFacts['approvals'] {
  return approvals.filter(({ at }) => at >= openedAt);
}

/** Required roles in which nobody has signed the review since it was last submitted. */
export function outstandingRoles(review: Signed, required: readonly ApprovalRole[]): ApprovalRole[] {
  const signed = standingApprovals(review).map(({ role }) => role);
  return required.filter((role) => !signed.includes(role));
}
