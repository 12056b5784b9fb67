import { describe, expect, it } from 'vitest';
import { TIERS } from '../words.ts';
import { DEFAULT_POLICY } from './default-policy.ts';
import { requiredRoles } from './required-roles.ts';

const TABLE = `
low      | owner          | 365 | critical              | 180 | 14 60 180 -
medium   | owner          | 180 | critical high         |  90 | 7 30 90 180
high     | owner security |  90 | critical high         |  60 | 7 30 60 180
critical | owner security |  60 | critical high medium  |  30 | 3 14 30 90`;

const row = (tier: (typeof TIERS)[number]) => {
  const { signOffs, signOffDays, blockingSeverities, exceptionMaxDays, findingDueDays } =
    DEFAULT_POLICY.tiers[tier];
  const due = (['critical', 'high', 'medium', 'low'] as const).map((one) => findingDueDays[one] ?? '-');
  return [
    tier,
    signOffs.join(' '),
    signOffDays,
    blockingSeverities.join(' '),
    exceptionMaxDays,
    due.join(' '),
  ];
};

describe('the default policy', () => {
  it('says for every tier what the product promises', () => {
    const promised = TABLE.trim()
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()));
    expect(TIERS.map((tier) => row(tier).map(String))).toEqual(promised);
  });

  it('asks for ownership to be confirmed every 180 days', () =>
    expect(DEFAULT_POLICY.attestationDays).toBe(180));
});

describe('the required roles', () => {
  it('always hold the owner, whatever a policy says', () => {
    expect(requiredRoles({ signOffs: [] })).toEqual(['owner']);
    expect(requiredRoles({ signOffs: ['owner'] })).toEqual(['owner']);
    expect(requiredRoles({ signOffs: ['security'] })).toEqual(['owner', 'security']);
    expect(requiredRoles({ signOffs: ['security', 'owner'] })).toEqual(['owner', 'security']);
  });
});
