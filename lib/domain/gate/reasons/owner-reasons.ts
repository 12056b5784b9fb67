import { hasSomebody, isAttested } from '../../ownership/attestation.ts';
import { nearestManagers } from '../../ownership/approver-set.ts';
import { outstandingRoles } from '../../review/approvals.ts';
import { ownerCandidates } from '../../review/candidates.ts';
import type { OwnerState } from '../../words.ts';
import type { Reason, ReviewFacts } from '../facts.ts';
import { ownershipPath, reviewPath } from '../paths.ts';
import type { Question } from '../question.ts';
import { emails, oneOf } from '../sentences.ts';

/**
 * Whether somebody answers for the API.
 *
 * @param waiting the open review that the question waits for, if it waits for one
 */
export function ownerReasons(question: Question, waiting: ReviewFacts | null): Reason[] {
  return BY_STATE[question.api.owner.state](question, waiting);
}

function nobody({ api }: Question): Reason[] {
  const message = `No team owns ${api.name}. Offer it to the team that answers for it.`;
  return [{ code: 'owner.none', message, unblockers: [], path: ownershipPath(api.slug) }];
}

function offered({ api }: Question): Reason[] {
  const managers = nearestManagers(api.owner.chain);
  const team = teamOf(api.owner);
  const who = managers.length > 0 ? oneOf(managers) : 'a manager of that team';
  const message = `${api.name} is offered to ${team} and waits to be accepted by ${who}.`;
  return [{ code: 'owner.offered', message, unblockers: emails(managers), path: ownershipPath(api.slug) }];
}

function accepted(question: Question, waiting: ReviewFacts | null): Reason[] {
  const { api, policy, now } = question;
  const reasons = nobodyLeft(question, waiting);
  if (!isAttested(api.owner, policy, now)) {
    const managers = nearestManagers(api.owner.chain);
    const who = managers.length > 0 ? oneOf(managers) : 'a manager';
    reasons.push({
      code: 'owner.attestation-expired',
      message: `The ownership of ${api.name} was not confirmed within ${policy.attestationDays} days; ${who} can confirm it for ${teamOf(api.owner)}.`,
      unblockers: emails(managers),
      path: ownershipPath(api.slug),
    });
  }
  return reasons;
}

/** Nobody in the team or above it at all, or nobody who did not have a hand in the review that waits. */
function nobodyLeft({ api, security, required }: Question, waiting: ReviewFacts | null): Reason[] {
  const code = 'owner.nobody-eligible';
  const unblockers = emails(nearestManagers(api.owner.chain));
  if (!hasSomebody(api.owner)) {
    const message = `Nobody in ${teamOf(api.owner)} or in a team above it can sign for ${api.name}.`;
    return [{ code, message, unblockers, path: ownershipPath(api.slug) }];
  }
  if (!waiting || !outstandingRoles(waiting, required).includes('owner')) return [];
  if (ownerCandidates({ review: waiting, owner: api.owner, security })) return [];
  const message = `Everybody in ${teamOf(api.owner)} and above it who could sign had a hand in this review.`;
  return [{ code, message, unblockers, path: reviewPath(waiting) }];
}

const teamOf = ({ teamName, team }: Question['api']['owner']): string =>
  `team ${teamName ?? team ?? 'unknown'}`;

const BY_STATE = {
  none: nobody,
  offered,
  accepted,
} as const satisfies Record<OwnerState, (question: Question, waiting: ReviewFacts | null) => Reason[]>;
