import type { ReviewFacts } from '../gate/facts.ts';

/** Why a person may not decide about a review they had a hand in. */
export const INVOLVEMENTS = ['requester', 'uploader', 'answered'] as const;
export type Involvement = (typeof INVOLVEMENTS)[number];

type Hands = Pick<ReviewFacts, 'requestedBy' | 'uploadedBy' | 'answeredBy'>;

/** The first of the three ways in which the person had a hand in the review, or null. */
export function involvementOf(email: string, review: Hands): Involvement | null {
  if (review.requestedBy === email) return 'requester';
  if (review.uploadedBy.includes(email)) return 'uploader';
  if (review.answeredBy.includes(email)) return 'answered';
  return null;
}

/** E-mails of everybody who had a hand in the review. */
export function involvedIn(review: Hands): Set<string> {
  return new Set([review.requestedBy, ...review.uploadedBy, ...review.answeredBy]);
}
