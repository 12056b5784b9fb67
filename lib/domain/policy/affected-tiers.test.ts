import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../gate/decide.ts';
import { REASON_CODES } from '../gate/reason-codes.ts';
import { ALLOWED, HIGH, withApi, withRevision } from '../gate/testing/example.ts';
import { situation } from '../gate/testing/situations.ts';
import { tierOf } from '../risk/tier.ts';
import { APPROVAL_ROLES, SEVERITIES, TIERS, type Tier } from '../words.ts';
import { affectedTiers } from './affected-tiers.ts';
import { DEFAULT_POLICY } from './default-policy.ts';
import type { PolicyDocument } from './dto.ts';

const withLow = (change: Partial<PolicyDocument['tiers']['low']>): PolicyDocument => ({
  ...DEFAULT_POLICY,
  tiers: { ...DEFAULT_POLICY.tiers, low: { ...DEFAULT_POLICY.tiers.low, ...change } },
});

describe('the tiers that another policy concerns', () => {
  it.each([
    ['nothing', DEFAULT_POLICY, []],
    ['other sign-offs', withLow({ signOffs: ['owner', 'security'] }), ['low']],
    ['other severities', withLow({ blockingSeverities: ['critical', 'high'] }), ['low']],
    ['the same in another order', withLow({ signOffs: ['owner'], blockingSeverities: ['critical'] }), []],
    ['how long a sign-off lasts', withLow({ signOffDays: 1 }), []],
    ['how long an exception lasts', withLow({ exceptionMaxDays: 1 }), []],
    ['how often ownership is confirmed', { ...DEFAULT_POLICY, attestationDays: 1 }, [...TIERS]],
  ])('by %s', (_, policy, tiers) => expect(affectedTiers(DEFAULT_POLICY, policy)).toEqual(tiers));

  const days = fc.integer({ min: 1, max: 1000 });
  const due = fc.option(days);
  const tierPolicy = fc.record({
    signOffs: fc.constantFrom<PolicyDocument['tiers']['low']['signOffs']>(['owner'], [...APPROVAL_ROLES]),
    signOffDays: days,
    blockingSeverities: fc.subarray([...SEVERITIES]),
    exceptionMaxDays: days,
    findingDueDays: fc.record({ critical: due, high: due, medium: due, low: due }),
  });
  const document = fc.record({
    attestationDays: fc.constantFrom(DEFAULT_POLICY.attestationDays, 1, 1000),
    tiers: fc.record({ low: tierPolicy, medium: tierPolicy, high: tierPolicy, critical: tierPolicy }),
  });
  const finding = { id: 'f', rule: 'r', title: 'F', severity: 'medium', state: 'open' } as const;
  const facts = fc
    .record({
      code: fc.constantFrom(...REASON_CODES),
      api: fc.constantFrom({}, { criticality: 'high' } as const, HIGH, {
        ...HIGH,
        criticality: 'high',
      } as const),
      found: fc.boolean(),
    })
    .map(({ code, api, found }) => {
      const one = situation(withApi(ALLOWED, api), code);
      return found && one.revision ? withRevision(one, { findings: [finding] }) : one;
    });

  /** Another policy that asks the same of the tier. */
  function alike(tier: Tier, before: PolicyDocument, after: PolicyDocument): PolicyDocument {
    const { signOffs, blockingSeverities } = before.tiers[tier];
    const { attestationDays } = before;
    const same = { ...after.tiers[tier], signOffs: signOffs.toReversed(), blockingSeverities };
    return { attestationDays, tiers: { ...after.tiers, [tier]: same } };
  }

  it('leave no other with another decision, whatever the policy and the facts', () => {
    fc.assert(
      fc.property(facts, document, document, (one, before, after) => {
        const tier = one.api ? tierOf(one.api) : 'low';
        const other = alike(tier, before, after);
        expect(affectedTiers(before, other)).not.toContain(tier);
        const under = (policy: PolicyDocument) => decide({ ...one, policy: { ...policy, version: 1 } });
        expect(under(other)).toEqual(under(before));
      }),
      { numRuns: 500 },
    );
  });
});
