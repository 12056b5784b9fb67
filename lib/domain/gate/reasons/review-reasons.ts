import { outstandingRoles, standingApprovals } from '../../review/approvals.ts';
import { candidates, ownerCandidates } from '../../review/candidates.ts';
import { overtakenSentence } from '../../review/overtaken.ts';
import { counts, type SignOffStanding } from '../../review/sign-off-state.ts';
import type { ApprovalRole } from '../../words.ts';
import { currentReview, idleReview, isAbout } from '../current-review.ts';
import type { Reason, ReviewFacts } from '../facts.ts';
import { apiPath, reviewPath } from '../paths.ts';
import { nameOf, ownersPeople, type Question } from '../question.ts';
import { emails, listed, oneOf } from '../sentences.ts';
import { signOffReasons } from './sign-off-reasons.ts';

/**
 * What is missing until the sign-offs count. An open review will replace whatever was signed before, so then only its
 * people are missing; in every other case what is wrong with the last sign-offs is told beside the review's state.
 */
export function reviewReasons(question: Question, standing: SignOffStanding): Reason[] {
  if (counts(standing)) return [];
  const review = currentReview(question);
  if (review?.state === 'open') return openReasons(review, question);
  const reasons = [
    ...(review ? [decidedReason(review, question)] : []),
    ...signOffReasons(question, standing),
  ];
  return reasons.length > 0 ? reasons : [noReviewReason(question)];
}

function openReasons(review: ReviewFacts, question: Question): Reason[] {
  const outstanding = outstandingRoles(review, question.required);
  const waitsFor = outstanding.map((role) =>
    candidates(role, { ...question, owner: question.api.owner, review }),
  );
  const reasons: Reason[] = [
    {
      code: 'review.open',
      message: `Waits for the sign-off of ${listed(
        outstanding.map((role) => whoSigns(role, review, question)),
        'and',
      )}.`,
      unblockers: emails(waitsFor.flat()),
      path: reviewPath(review),
    },
  ];
  const isSignedInPart = standingApprovals(review).length > 0;
  return isSignedInPart
    ? [...reasons, ...outstanding.map((role) => missingRole(role, review, question))]
    : reasons;
}

function missingRole(role: ApprovalRole, review: ReviewFacts, question: Question): Reason {
  const people = candidates(role, { ...question, owner: question.api.owner, review });
  return {
    code: 'signoff.missing-role',
    message: `The ${role} sign-off is missing: ${whoSigns(role, review, question)} can give it.`,
    unblockers: emails(people),
    path: reviewPath(review),
  };
}

/** “Anna Berg or Alex Kim (team Payments)”, “Sam Lee (security)”, or that nobody is left. */
function whoSigns(role: ApprovalRole, review: ReviewFacts, { api, security }: Question): string {
  const facts = { review, owner: api.owner, security };
  const people = candidates(role, facts);
  if (people.length === 0)
    return role === 'owner' ? 'an owner who did not take part in it' : 'somebody from security';
  const set = ownerCandidates(facts);
  return `${oneOf(people)} (${role === 'owner' && set ? `team ${set.teamName}` : role})`;
}

function decidedReason(review: ReviewFacts, question: Question): Reason {
  const requester = nameOf(review.requestedBy, question);
  const isRejected = review.state === 'rejected';
  return {
    code: isRejected ? 'review.rejected' : 'review.changes-requested',
    message: isRejected
      ? `The review that ${requester} requested was rejected. Mend what was found and request a new one.`
      : `Changes were asked for: ${requester} must see to them and submit the review again.`,
    unblockers: [review.requestedBy],
    path: reviewPath(review),
  };
}

function noReviewReason(question: Question): Reason {
  const { api, environment } = question;
  const idle = idleReview(question);
  const isDraft = idle?.overtaken === null && idle.review.state === 'draft' && isAbout(idle.review, question);
  if (isDraft) {
    return {
      code: 'review.none',
      message: `A review for ${environment.name} is being prepared by ${nameOf(idle.review.requestedBy, question)} and not yet submitted.`,
      unblockers: [idle.review.requestedBy],
      path: reviewPath(idle.review),
    };
  }
  const asked = idle?.overtaken
    ? overtakenSentence(idle.overtaken)
    : `Nobody has requested a review for ${environment.name}.`;
  return {
    code: 'review.none',
    message: asked,
    unblockers: emails(ownersPeople(question)),
    path: apiPath(api.slug),
  };
}
