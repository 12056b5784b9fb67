import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '../policy/periods.ts';
import { ANSWERS, GATE_MODES, SEVERITIES } from '../words.ts';
import { decide } from './decide.ts';
import type { GateFacts } from './facts.ts';
import { nextChange } from './next-change.ts';
import { REASON_CODES } from './reason-codes.ts';
import {
  ALLOWED,
  APPROVED,
  NOW,
  SIGN_OFF,
  withApi,
  withEnvironment,
  withOwner,
  withRevision,
} from './testing/example.ts';
import { situation } from './testing/situations.ts';

const instant = fc.integer({ min: -40, max: 40 }).map((days) => NOW + days * DAY);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const anySituation: fc.Arbitrary<GateFacts> = fc
  .record({
    codes: fc.subarray([...REASON_CODES], { maxLength: 3 }),
    signedUntil: instant,
    confirmedAt: instant.map((at) => at - 150 * DAY),
    severity: fc.constantFrom(...SEVERITIES),
    answer: fc.constantFrom(null, ...ANSWERS),
    exceptions: fc.array(
      fc.record({
        id: fc.constant('exception'),
        target: fc.constantFrom({ finding: 'finding-1' }, { item: 'auth' }),
        approvedAt: maybe(fc.integer({ min: -40, max: 0 }).map((days) => NOW + days * DAY)),
        expiresAt: instant,
        revokedAt: fc.constantFrom(null, null, null, NOW),
      }),
      { maxLength: 3 },
    ),
    gate: fc.constantFrom(...GATE_MODES),
  })
  .map(({ codes: made, signedUntil, confirmedAt, severity, answer, exceptions, gate }) => {
    const signed = withApi(ALLOWED, {
      exceptions,
      reviews: [{ ...APPROVED, items: [{ key: 'auth', question: 'Is it safe?', answer }] }],
      signOffs: [{ ...SIGN_OFF, expiresAt: signedUntil }],
    });
    const found = withRevision(withOwner(signed, { confirmedAt }), {
      findings: [{ id: 'finding-1', rule: 'rule', title: 'Finding', severity, state: 'open' }],
    });
    return situation(withEnvironment(found, { gate }), ...made);
  });

describe('whatever the facts', () => {
  it('a permission holds to its end and not a moment longer', () => {
    fc.assert(
      fc.property(anySituation, (facts) => {
        const { outcome, expiresAt, usesEmergency } = decide(facts);
        if (outcome !== 'allowed') return;
        expect(expiresAt).toBeGreaterThan(facts.now);
        const before = decide({ ...facts, now: expiresAt! - 1 });
        const after = decide({ ...facts, now: expiresAt! });
        expect(before.outcome).toBe('allowed');
        expect([after.outcome === 'allowed', after.usesEmergency]).not.toEqual([true, usesEmergency]);
      }),
      { numRuns: 4000 },
    );
  });

  it('nothing that is told changes before the next change', () => {
    fc.assert(
      fc.property(anySituation, (facts) => {
        const next = nextChange(facts);
        expect(next).toBeGreaterThan(facts.now);
        expect(next).toBeLessThanOrEqual(facts.now + 7 * DAY);
        const withoutAges = (one: GateFacts) => {
          const { outcome, reasons, expiresAt } = decide(one);
          return { outcome, expiresAt, codes: reasons.map(({ code }) => code) };
        };
        expect(withoutAges({ ...facts, now: next - 1 })).toEqual(withoutAges(facts));
      }),
      { numRuns: 4000 },
    );
  });

  it('allowed means obeyed, and without a reason or by an emergency', () => {
    fc.assert(
      fc.property(anySituation, (facts) => {
        const { outcome, allowed, enforced, reasons, usesEmergency } = decide(facts);
        expect(allowed).toBe(outcome === 'allowed' || !enforced);
        expect(usesEmergency !== null).toBe(reasons.some(({ code }) => code === 'emergency.active'));
        if (outcome === 'allowed') expect(reasons.length > 0).toBe(usesEmergency !== null);
        if (outcome !== 'allowed') expect(reasons.length).toBeGreaterThan(0);
      }),
      { numRuns: 4000 },
    );
  });

  it('the same facts give the same answer, and stay as they were', () => {
    fc.assert(
      fc.property(anySituation, (facts) => {
        const before = structuredClone(facts);
        expect(decide(facts)).toEqual(decide(structuredClone(facts)));
        expect(facts).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });
});
