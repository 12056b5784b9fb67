import type { OwnerFacts, PersonRef, ReviewFacts } from '../gate/facts.ts';
import { conflicting, forbidden, type Refusal } from '../identity/refusal.ts';
import { isColleague, type Standing } from '../identity/standing.ts';
import type { ApprovalRole } from '../words.ts';
import { outstandingRoles, standingApprovals } from './approvals.ts';
import { candidates, ownerCandidates } from './candidates.ts';
import { involvementOf, type Involvement } from './four-eyes.ts';
import { refuseOvertaken, type Surroundings } from './overtaken.ts';
import { refuseStep } from './transitions.ts';

/** A review with everything that must be known to sign it. */
export type SignableReview = ReviewFacts & Required<Pick<ReviewFacts, 'createdAt' | 'checklist'>>;

export interface ApprovalFacts extends Surroundings {
  actor: Standing;
  review: SignableReview;
  /** The owner as of now, with the people of the owning team and its ancestors as of now. */
  owner: OwnerFacts;
  /** The sign-offs that the tier needs as of now (`requiredRoles`). */
  required: readonly ApprovalRole[];
  /** Active people with the organisation role `security`. */
  security: readonly PersonRef[];
}

const INVOLVED = {
  requester: 'You requested this review; somebody else must decide about it.',
  uploader: 'You uploaded the reviewed description; somebody else must decide about it.',
  answered: 'You answered an item of this review; somebody else must decide about it.',
} as const satisfies Record<Involvement, string>;

/**
 * Whether the actor may sign the review now, and in which role. One signature is one role: somebody who may sign in
 * both signs as owner, unless security has nobody else.
 *
 * Conflicts come first, because nobody can sign then: `review.state`, `review.owner-changed`, `review.superseded`,
 * `review.incomplete`. Then the person: `approver.requester`, `approver.uploader`, `approver.answered`,
 * `approver.not-owner`, `approver.not-security`.
 */
export function mayApprove(facts: ApprovalFacts): { role: ApprovalRole } | Refusal {
  return refuseReview(facts) ?? refuseInvolved(facts) ?? chooseRole(facts);
}

/**
 * Whether the actor may ask for changes or reject: whoever could sign in a required role, given or not. Null when they
 * may; `review.state` and the `approver.…` codes when not.
 */
export function mayJudge(facts: ApprovalFacts): Refusal | null {
  const unsigned = { ...facts, review: { ...facts.review, approvals: [] } };
  return (
    refuseStep(facts.review.state, 'reject') ??
    refuseInvolved(facts) ??
    (facts.required.some((role) => canSign(role, unsigned)) ? null : refuseOthers('owner', unsigned))
  );
}

function refuseReview(facts: ApprovalFacts): Refusal | null {
  const { review } = facts;
  return refuseStep(review.state, 'approve') ?? refuseOvertaken(review, facts) ?? refuseIncomplete(review);
}

/** `review.incomplete` while an item has no answer. */
export function refuseIncomplete({ items }: Pick<ReviewFacts, 'items'>): Refusal | null {
  const open = items.find((item) => item.answer === null);
  return open ? conflicting('review.incomplete', `“${open.question}” has no answer yet.`) : null;
}

function refuseInvolved({ actor, review }: ApprovalFacts): Refusal | null {
  const involvement = involvementOf(actor.name, review);
  return involvement && forbidden(INVOLVED[involvement], `approver.${involvement}`);
}

function chooseRole(facts: ApprovalFacts): { role: ApprovalRole } | Refusal {
  const missing = outstandingRoles(facts.review, facts.required);
  const [first] = missing;
  if (!first) return conflicting('review.state', 'Every sign-off that this review needs has been given.');

  const fitting = missing.filter((role) => canSign(role, facts));
  const [role] = fitting;
  if (!role) return refuseOthers(first, facts);
  const isSoleSecurity = fitting.length > 1 && candidates('security', facts).length === 1;
  return { role: isSoleSecurity ? 'security' : role };
}

function canSign(role: ApprovalRole, facts: ApprovalFacts): boolean {
  const { actor } = facts;
  return isColleague(actor) && candidates(role, facts).some(({ email }) => email === actor.name);
}

function refuseOthers(role: ApprovalRole, facts: ApprovalFacts): Refusal {
  const hasSigned = standingApprovals(facts.review).some(({ by }) => by === facts.actor.name);
  return forbidden(hasSigned ? SIGNED_ONCE : whoCanSign(role, facts), `approver.not-${role}`);
}

const SIGNED_ONCE = 'You have signed this review already; the other sign-off must come from somebody else.';

function whoCanSign(role: ApprovalRole, facts: ApprovalFacts): string {
  if (role === 'security') return 'Only security can give the sign-off that is missing.';
  if (facts.owner.state !== 'accepted') return 'No team owns this API yet, so nobody can sign.';
  const set = ownerCandidates(facts);
  if (!set) return 'Nobody in the owning team or above it is left to sign for the owner.';
  return `Only approvers and managers of ${set.teamName} can sign for the owner.`;
}
