import type { ReviewDto } from '#lib/domain/review/dto.ts';

/** What stands between this review and a sign-off, in one sentence. */
export function missingSentence(review: ReviewDto): string {
  const open = review.items.filter((item) => item.answer === null).length;
  const uncovered = review.items.filter((item) => item.answer === 'no' && item.exceptionId === null).length;
  if (review.state === 'approved') return 'It is signed off.';
  if (review.state === 'rejected') return 'It was rejected.';
  if (review.state === 'withdrawn') return 'It was withdrawn.';
  if (open > 0) return `${open} of ${review.items.length} questions are open.`;
  if (review.state === 'draft') return 'Every question is answered; it can be submitted.';
  if (review.state === 'changes-requested')
    return 'Changes were asked for; submit it again when they are made.';
  if (uncovered > 0)
    return `${uncovered === 1 ? 'One question is' : `${uncovered} questions are`} answered with no and not covered by an exception: the gate will not open.`;
  return 'Every question is answered; signatures are missing.';
}
