import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '#lib/domain/policy/default-policy.ts';
import { policyChanges } from './policy-changes.ts';

const { tiers } = DEFAULT_POLICY;

describe('what another policy says otherwise', () => {
  it('is nothing for the same', () => expect(policyChanges(DEFAULT_POLICY, DEFAULT_POLICY)).toEqual([]));

  it('is named field by field', () => {
    const after = {
      attestationDays: 90,
      tiers: {
        ...tiers,
        low: { ...tiers.low, findingDueDays: { ...tiers.low.findingDueDays, low: 365 } },
        medium: { ...tiers.medium, signOffs: ['owner' as const, 'security' as const], signOffDays: 120 },
        high: { ...tiers.high, blockingSeverities: ['critical' as const], exceptionMaxDays: 45 },
      },
    };
    expect(policyChanges(DEFAULT_POLICY, after)).toEqual([
      'Ownership is confirmed every 90 days instead of 180 days',
      'Low: low findings due after 365 days instead of no limit',
      'Medium: signed by owner and security instead of owner',
      'Medium: a sign-off counts for 120 days instead of 180 days',
      'High: blocked by critical instead of critical, high',
      'High: exceptions last at most 45 days instead of 60 days',
    ]);
  });
});
