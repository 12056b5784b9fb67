import { DAY } from '../policy/periods.ts';
import type { Tier } from '../words.ts';

/** How long the people who must sign have: the riskier the API, the sooner somebody should have looked. */
export const REVIEW_DUE_DAYS = { low: 10, medium: 7, high: 5, critical: 3 } as const satisfies Record<
  Tier,
  number
>;

/** When a review requested or submitted at `since` should be decided. Nothing happens then: it orders queues. */
export function reviewDueAt(tier: Tier, since: Date): Date {
  return new Date(since.getTime() + REVIEW_DUE_DAYS[tier] * DAY);
}
