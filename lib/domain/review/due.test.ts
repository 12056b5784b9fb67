import { describe, expect, it } from 'vitest';
import { TIERS } from '../words.ts';
import { REVIEW_DUE_DAYS, reviewDueAt } from './due.ts';

describe('when a review is due', () => {
  it('is sooner the riskier the API', () => {
    const days = TIERS.map((tier) => REVIEW_DUE_DAYS[tier]);
    expect(days).toEqual(days.toSorted((a, b) => b - a));
  });

  it('counts days of 24 hours from the moment given', () => {
    expect(reviewDueAt('critical', new Date('2026-03-28T12:00:00Z'))).toEqual(
      new Date('2026-03-31T12:00:00Z'),
    );
  });
});
