import { currentTerm, overtakenBy, type Overtaken } from '../review/overtaken.ts';
import { isLive } from '../review/transitions.ts';
import type { ReviewState } from '../words.ts';
import type { ReviewFacts } from './facts.ts';
import type { Question } from './question.ts';

/** States that say something about the description: not one being prepared or given up; of an approved one its sign-offs speak. */
const SPEAKS = {
  draft: false,
  open: true,
  'changes-requested': true,
  approved: false,
  rejected: true,
  withdrawn: false,
} as const satisfies Record<ReviewState, boolean>;

/** The review last submitted for exactly this question that still can lead somewhere or was rejected; null when none. */
export function currentReview(question: Question): ReviewFacts | null {
  const speaking = reviewsHere(question).filter((review) => {
    if (!SPEAKS[review.state] || !isAbout(review, question)) return false;
    return !isLive(review.state) || overtaken(review, question) === null;
  });
  return latest(speaking);
}

/** A review on its way in this environment that will not answer the question, and what took its place, if anything did. */
export interface IdleReview {
  review: ReviewFacts;
  overtaken: Overtaken | null;
}

/** The latest review in this environment that is neither decided nor withdrawn; null when none. */
export function idleReview(question: Question): IdleReview | null {
  const review = latest(reviewsHere(question).filter(({ state }) => isLive(state)));
  return review && { review, overtaken: overtaken(review, question) };
}

/** Of this material, within the present ownership term. */
export function isAbout(review: ReviewFacts, { api, revision }: Question): boolean {
  return review.materialDigest === revision?.materialDigest && review.term === currentTerm(api.owner);
}

const reviewsHere = ({ api, environment }: Question): ReviewFacts[] =>
  api.reviews.filter((review) => review.environment === environment.slug);

const latest = (reviews: ReviewFacts[]): ReviewFacts | null =>
  reviews.toSorted((a, b) => b.openedAt - a.openedAt)[0] ?? null;

function overtaken(review: ReviewFacts, question: Question): Overtaken | null {
  const { api, checklist } = question;
  const { owner, newestRevision } = api;
  return overtakenBy(review, { owner, newestRevision, reviews: reviewsHere(question), checklist });
}
