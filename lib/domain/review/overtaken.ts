import type { ChecklistRef, NewestRevision, OwnerFacts, ReviewFacts } from '../gate/facts.ts';
import { conflicting, type Refusal } from '../identity/refusal.ts';
import type { ReviewState } from '../words.ts';

/** What can make a review pointless while it is on its way. */
export const OVERTAKEN = ['owner', 'revision', 'review', 'checklist'] as const;
export type Overtaken = (typeof OVERTAKEN)[number];

export interface Surroundings {
  owner: Pick<OwnerFacts, 'state' | 'term'>;
  newestRevision?: NewestRevision | null;
  /** Reviews of the same API and environment; the review itself may be among them. */
  reviews: readonly Pick<ReviewFacts, 'state' | 'createdAt'>[];
  /** The checklist in force. */
  checklist: ChecklistRef;
}

type Judged = Pick<ReviewFacts, 'term' | 'materialDigest' | 'createdAt' | 'checklist'>;

/** The ownership term that counts now; the empty text while no team has accepted the API. */
export function currentTerm(owner: Pick<OwnerFacts, 'state' | 'term'>): string {
  return owner.state === 'accepted' && owner.term !== null ? owner.term : '';
}

/**
 * What took the place of a review, or null while it can still lead to a sign-off that counts:
 * the API changed hands since · a description with other material was uploaded since · a later review of the same
 * environment was submitted · another version of the checklist came into force.
 *
 * A review of an older description on purpose, requested when the newer one was already there, is not overtaken by it.
 */
export function overtakenBy(review: Judged, around: Surroundings): Overtaken | null {
  if (review.term !== currentTerm(around.owner)) return 'owner';
  if (hasNewerRevision(review, around.newestRevision)) return 'revision';
  if (around.reviews.some((other) => isLaterReview(other, review))) return 'review';
  if (review.checklist && !isSameChecklist(review.checklist, around.checklist)) return 'checklist';
  return null;
}

export const isSameChecklist = (one: ChecklistRef, other: ChecklistRef): boolean =>
  one.id === other.id && one.version === other.version;

function hasNewerRevision(
  { createdAt, materialDigest }: Judged,
  newest: NewestRevision | null | undefined,
): boolean {
  if (!newest || createdAt === undefined) return false;
  return newest.uploadedAt >= createdAt && newest.materialDigest !== materialDigest;
}

const TAKES_PLACE = {
  draft: false,
  open: true,
  'changes-requested': true,
  approved: true,
  rejected: true,
  withdrawn: false,
} as const satisfies Record<ReviewState, boolean>;

function isLaterReview(other: Pick<ReviewFacts, 'state' | 'createdAt'>, { createdAt }: Judged): boolean {
  if (other.createdAt === undefined || createdAt === undefined) return false;
  return TAKES_PLACE[other.state] && other.createdAt > createdAt;
}

const SENTENCES = {
  owner: 'The API changed hands after this review was requested, so it is void. Request a new one.',
  revision:
    'A description with material changes was uploaded after this review was requested. Request a new one.',
  review: 'A later review of this environment has taken the place of this one.',
  checklist: 'The checklist changed after this review was requested. Request a new one.',
} as const satisfies Record<Overtaken, string>;

/** The sentence that says why a review can no longer be signed. */
export const overtakenSentence = (overtaken: Overtaken): string => SENTENCES[overtaken];

/** `review.owner-changed` after a change of hands, `review.superseded` for everything else, null while it can be signed. */
export function refuseOvertaken(review: Judged, around: Surroundings): Refusal | null {
  const overtaken = overtakenBy(review, around);
  if (overtaken === null) return null;
  const code = overtaken === 'owner' ? 'review.owner-changed' : 'review.superseded';
  return conflicting(code, overtakenSentence(overtaken));
}
