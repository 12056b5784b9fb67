import type { OwnerFacts, PersonRef, ReviewFacts } from '../gate/facts.ts';
import { approverSet, securityCandidates, type ApproverSet } from '../ownership/approver-set.ts';
import type { ApprovalRole } from '../words.ts';
import { standingApprovals } from './approvals.ts';
import { involvedIn } from './four-eyes.ts';

type Hands = Pick<ReviewFacts, 'requestedBy' | 'uploadedBy' | 'answeredBy' | 'openedAt' | 'approvals'>;

export interface CandidateFacts {
  /** The review that is to be signed; null asks who could sign one that nobody had a hand in. */
  review: Hands | null;
  owner: Pick<OwnerFacts, 'state' | 'chain'>;
  /** Active people with the organisation role `security`. */
  security: readonly PersonRef[];
}

/**
 * The team that gives the owner's sign-off and its people, without those who had a hand in the review or signed it in
 * another role. Null without an accepted owner, and when nobody is left up to the root.
 */
export function ownerCandidates({ review, owner }: CandidateFacts): ApproverSet | null {
  return owner.state === 'accepted' ? approverSet(owner.chain, excludedFrom(review)) : null;
}

/**
 * The people who may sign the review in a role, as of now. Nobody may while no team owns the API: a sign-off names the
 * team it was given for.
 */
export function candidates(role: ApprovalRole, facts: CandidateFacts): PersonRef[] {
  const { owner, security, review } = facts;
  if (role === 'owner') return ownerCandidates(facts)?.people ?? [];
  return owner.state === 'accepted' ? securityCandidates(security, excludedFrom(review)) : [];
}

function excludedFrom(review: Hands | null): Set<string> {
  if (!review) return new Set();
  const signers = standingApprovals(review).map(({ by }) => by);
  return new Set([...involvedIn(review), ...signers]);
}
