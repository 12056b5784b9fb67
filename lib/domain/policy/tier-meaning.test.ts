import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from './default-policy.ts';
import { tierMeaning } from './tier-meaning.ts';

describe('what a tier means', () => {
  it('is said in sentences', () => {
    expect(tierMeaning(DEFAULT_POLICY.tiers.low)).toEqual([
      'One person signs for the owning team.',
      'A sign-off counts for 365 days.',
      'Critical findings block it.',
      'An accepted risk ends after 180 days at the latest.',
    ]);
    expect(tierMeaning(DEFAULT_POLICY.tiers.critical)).toEqual([
      'Two people sign: one for the owning team and one for security.',
      'A sign-off counts for 60 days.',
      'Critical, high and medium findings block it.',
      'An accepted risk ends after 30 days at the latest.',
    ]);
  });

  it('names severities from the gravest down, whatever their order in the policy', () => {
    const policy = {
      ...DEFAULT_POLICY.tiers.low,
      blockingSeverities: ['high' as const, 'critical' as const],
      signOffDays: 1,
    };
    expect(tierMeaning(policy)[1]).toBe('A sign-off counts for 1 day.');
    expect(tierMeaning(policy)[2]).toBe('Critical and high findings block it.');
    expect(tierMeaning({ ...policy, blockingSeverities: [] })[2]).toBe('No finding blocks it.');
  });
});
