import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../policy/periods.ts';
import { ANSWERS, GATE_MODES, LIFECYCLES, REVIEW_STATES, SEVERITIES } from '../words.ts';
import { decide } from './decide.ts';
import type { ExceptionFacts, GateFacts } from './facts.ts';
import { nextChange } from './next-change.ts';
import { REASON_CODES } from './reason-codes.ts';
import { ALLOWED, API, APPROVED, HIGH, NOW, OPEN, OWNER, sam, SIGN_OFF } from './testing/example.ts';
import { unsigned, withApi, withEnvironment, withOwner, withRevision } from './testing/example.ts';
import { EMERGENCY, PAIRS, situation } from './testing/situations.ts';

const codes = (facts: GateFacts) => decide(facts).reasons.map(({ code }) => code);
const asked = (facts: GateFacts, revision: string | null): GateFacts => ({
  ...facts,
  asked: { ...facts.asked, revision },
});

describe('an API that is owned, signed and clean', () => {
  it('is allowed, and says until when', () => {
    expect(decide(ALLOWED)).toEqual({
      outcome: 'allowed',
      enforced: true,
      allowed: true,
      reasons: [],
      expiresAt: OWNER.confirmedAt! + 180 * DAY,
      usesEmergency: null,
    });
  });

  it('is allowed in every part of its life but retired', () => {
    const outcomes = LIFECYCLES.map((lifecycle) => [
      lifecycle,
      decide(withApi(ALLOWED, { lifecycle })).outcome,
    ]);
    expect(Object.fromEntries(outcomes)).toEqual({
      design: 'allowed',
      development: 'allowed',
      production: 'allowed',
      deprecated: 'allowed',
      retired: 'prevented',
    });
  });

  it('needs both sign-offs at a high tier', () => {
    const both = [SIGN_OFF, { ...SIGN_OFF, role: 'security' as const, by: sam.email }];
    expect(decide(withApi(ALLOWED, { ...HIGH, signOffs: both })).outcome).toBe('allowed');
    expect(decide(withApi(ALLOWED, HIGH)).outcome).toBe('prevented');
  });

  it('needs the owner whatever the policy says', () => {
    const low = { ...ALLOWED.policy.tiers.low, signOffs: [] };
    const policy = { ...ALLOWED.policy, tiers: { ...ALLOWED.policy.tiers, low } };
    expect(codes({ ...unsigned(ALLOWED), policy })).toEqual(['review.none']);
  });
});

describe('what is unknown', () => {
  it('is invalid and named', () => {
    expect(decide({ ...ALLOWED, api: null, environment: null, revision: null })).toMatchObject({
      outcome: 'invalid',
      enforced: true,
      allowed: false,
      expiresAt: null,
      reasons: [
        { code: 'api.unknown', message: 'There is no API “ledger”.', path: '/apis' },
        {
          code: 'environment.unknown',
          message: 'There is no environment “production”.',
          path: '/environments',
        },
      ],
    });
    expect(codes({ ...ALLOWED, environment: null })).toEqual(['environment.unknown']);
  });

  it('tells an unknown description from none at all', () => {
    const none = { ...withApi(ALLOWED, { revisionCount: 0 }), revision: null };
    expect(decide(none).outcome).toBe('prevented');
    expect(codes(none)).toContain('revision.none');
    expect(decide(asked(none, 'sha256:00')).reasons).toMatchObject([
      {
        code: 'revision.unknown',
        message: 'Ledger has no record of a description “sha256:00”.',
        path: '/apis/ledger',
      },
    ]);
    expect(decide({ ...ALLOWED, revision: null }).reasons).toMatchObject([
      { code: 'revision.unknown', message: 'Ledger has no record of the newest description.' },
    ]);
  });

  it('is not helped by anything else', () => {
    const helped = withApi(withEnvironment(ALLOWED, { frozen: false }), { emergencies: [EMERGENCY] });
    expect(decide({ ...helped, revision: null })).toMatchObject({ outcome: 'invalid', usesEmergency: null });
  });

  it('is never a reason to let through when the clock makes no sense', () => {
    expect(decide({ ...ALLOWED, now: Number.NaN }).outcome).not.toBe('allowed');
    expect(
      decide({ ...situation(ALLOWED, 'environment.frozen', 'emergency.active'), now: Number.NaN }).outcome,
    ).toBe('prevented');
  });

  it('blocks in a state that the words do not know', () => {
    const strange = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll('"done"', '"half"'));
    expect(codes(strange(ALLOWED))).toEqual(['scan.pending']);
    const gate = JSON.parse('"sometimes"');
    expect(decide(withEnvironment(unsigned(ALLOWED), { gate }))).toMatchObject({
      enforced: true,
      allowed: false,
    });
  });
});

describe('waiting', () => {
  const waiting = unsigned(ALLOWED, OPEN);
  const half = situation(ALLOWED, 'review.open', 'signoff.missing-role');

  it('is for people on an open review and nothing else', () => {
    expect(decide(waiting)).toMatchObject({ outcome: 'awaiting', allowed: false, expiresAt: null });
    expect(decide(half).outcome).toBe('awaiting');
    expect(decide(situation(ALLOWED, 'signoff.missing-role')).outcome).toBe('prevented');
  });

  it('is not, beside anything that people cannot sign away', () => {
    for (const code of REASON_CODES) {
      const { outcome, reasons } = decide(situation(waiting, code));
      const rest = reasons.filter(
        (one) => !['review.open', 'signoff.missing-role', 'shadow'].includes(one.code),
      );
      if (rest.length > 0) expect(outcome).not.toBe('awaiting');
    }
  });

  it.each(REVIEW_STATES)('with a review in state %s', (state) => {
    expect(decide(unsigned(ALLOWED, { ...OPEN, state })).outcome).toBe(
      state === 'open' ? 'awaiting' : 'prevented',
    );
  });

  it('replaces a sign-off that ran out or was overtaken by other material', () => {
    for (const code of ['signoff.expired', 'signoff.material-change', 'signoff.checklist-changed'] as const) {
      expect(codes(situation(ALLOWED, code, 'review.open'))).toEqual(['review.open']);
    }
  });
});

describe('the mode of the gate', () => {
  const blocked = unsigned(ALLOWED);

  it.each(GATE_MODES)('%s never changes the outcome', (gate) => {
    for (const facts of [ALLOWED, blocked, unsigned(ALLOWED, OPEN), { ...ALLOWED, revision: null }]) {
      const { outcome, expiresAt } = decide(facts);
      expect(decide(withEnvironment(facts, { gate }))).toMatchObject({ outcome, expiresAt });
    }
  });

  it('enforces, or lets everything through', () => {
    const obeyed = GATE_MODES.map((gate) => {
      const { enforced, allowed } = decide(withEnvironment(blocked, { gate }));
      return { gate, enforced, allowed };
    });
    expect(obeyed).toEqual([
      { gate: 'enforce', enforced: true, allowed: false },
      { gate: 'shadow', enforced: false, allowed: true },
      { gate: 'off', enforced: false, allowed: true },
    ]);
  });

  it('says so in shadow where it makes a difference, and only there', () => {
    expect(codes(withEnvironment(blocked, { gate: 'shadow' }))).toEqual(['review.none', 'shadow']);
    expect(codes(withEnvironment(blocked, { gate: 'off' }))).toEqual(['review.none']);
    expect(codes(withEnvironment(ALLOWED, { gate: 'shadow' }))).toEqual([]);
    expect(decide(withEnvironment(blocked, { gate: 'shadow' })).reasons.at(-1)).toMatchObject({
      message:
        'The gate of Production only watches: it records what it would have stopped and stops nothing.',
      path: '/environments',
    });
  });
});

describe('emergency access', () => {
  const blocked = withApi(unsigned(ALLOWED), { emergencies: [EMERGENCY] });
  const emergency = (change: Partial<typeof EMERGENCY>) =>
    withApi(blocked, { emergencies: [{ ...EMERGENCY, ...change }] });

  it('lets a blocked API through, once, with everything that speaks against it', () => {
    expect(decide(blocked)).toMatchObject({
      outcome: 'allowed',
      allowed: true,
      enforced: true,
      usesEmergency: 'emergency-1',
      expiresAt: EMERGENCY.expiresAt,
      reasons: [{ code: 'review.none' }, { code: 'emergency.active', path: '/apis/ledger', unblockers: [] }],
    });
  });

  it('is not used where nothing blocks', () => {
    expect(decide(withApi(ALLOWED, { emergencies: [EMERGENCY] }))).toMatchObject({
      usesEmergency: null,
      reasons: [],
    });
  });

  it.each([
    ['used', { usedAt: NOW - 1 }],
    ['reviewed', { reviewedAt: NOW - 1 }],
    ['over', { expiresAt: NOW }],
    ['not yet open', { openedAt: NOW + 1 }],
    ['for another environment', { environment: 'staging' }],
    ['open for too long', { openedAt: NOW - 60 * MINUTE, expiresAt: NOW + 60 * MINUTE }],
  ])('helps nobody when it is %s', (_, change) => {
    expect(decide(emergency(change))).toMatchObject({ outcome: 'prevented', usesEmergency: null });
    expect(codes(emergency(change))).toEqual(['review.none']);
  });

  it('is found behind a used one', () => {
    const emergencies = [{ ...EMERGENCY, id: 'emergency-0', usedAt: NOW }, EMERGENCY];
    expect(decide(withApi(blocked, { emergencies })).usesEmergency).toBe('emergency-1');
  });

  it('ends after sixty minutes whatever is stored', () => {
    const long = emergency({ expiresAt: NOW + 10 * DAY });
    expect(decide(long).expiresAt).toBe(EMERGENCY.openedAt + 60 * MINUTE);
  });

  it('covers everything but what is retired or was never described', () => {
    for (const code of REASON_CODES) {
      const { outcome, usesEmergency } = decide(situation(ALLOWED, code, 'emergency.active'));
      const isCovered = usesEmergency !== null;
      const never = [
        'lifecycle.retired',
        'revision.none',
        'api.unknown',
        'environment.unknown',
        'revision.unknown',
      ];
      const nothingBlocks = ['emergency.active', 'shadow'];
      expect([code, isCovered]).toEqual([code, ![...never, ...nothingBlocks].includes(code)]);
      if (never.includes(code)) expect(outcome).not.toBe('allowed');
    }
  });
});

describe('exceptions', () => {
  const exception: ExceptionFacts = {
    id: 'exception-1',
    target: { finding: 'finding-1' },
    approvedAt: NOW - DAY,
    expiresAt: NOW + 20 * DAY,
    revokedAt: null,
  };
  const excepted = (facts: GateFacts, change: Partial<ExceptionFacts> = {}) =>
    withApi(facts, { exceptions: [{ ...exception, ...change }] });
  const found = situation(ALLOWED, 'findings.blocking');
  const unmet = situation(ALLOWED, 'checklist.unmet');

  it('cover a finding and an item, and the answer lasts no longer', () => {
    expect(decide(excepted(found))).toMatchObject({
      outcome: 'allowed',
      reasons: [],
      expiresAt: NOW + 20 * DAY,
    });
    expect(decide(excepted(unmet, { target: { item: 'auth' } }))).toMatchObject({
      outcome: 'allowed',
      expiresAt: NOW + 20 * DAY,
    });
  });

  it.each([
    ['only proposed', { approvedAt: null }],
    ['approved in the future', { approvedAt: NOW + 1 }],
    ['revoked', { revokedAt: NOW - 1 }],
    ['over', { expiresAt: NOW }],
    ['about another finding', { target: { finding: 'finding-2' } }],
    ['about an item of that name', { target: { item: 'finding-1' } }],
  ])('do not cover a finding when %s', (_, change) => {
    expect(codes(excepted(found, change))).toEqual(['findings.blocking']);
  });

  it('do not cover an item when about another item or a finding of that name', () => {
    expect(codes(excepted(unmet, { target: { item: 'limits' } }))).toEqual(['checklist.unmet']);
    expect(codes(excepted(unmet, { target: { finding: 'auth' } }))).toEqual(['checklist.unmet']);
  });

  it('cover one by one: what is left still blocks', () => {
    const findings = [
      { id: 'finding-1', rule: 'a', title: 'A', severity: 'critical' as const, state: 'open' as const },
      { id: 'finding-2', rule: 'b', title: 'B', severity: 'critical' as const, state: 'open' as const },
    ];
    const facts = excepted(withRevision(ALLOWED, { findings }));
    expect(decide(facts).reasons).toMatchObject([
      { message: '1 open finding blocks an API of tier low: “B” (critical).' },
    ]);
  });

  it('last as long as the longest of them', () => {
    const facts = withApi(found, {
      exceptions: [exception, { ...exception, id: 'exception-2', expiresAt: NOW + 9 * DAY }],
    });
    expect(decide(facts).expiresAt).toBe(NOW + 20 * DAY);
  });

  it('do not shorten an answer that does not rest on them', () => {
    expect(decide(excepted(ALLOWED)).expiresAt).toBe(OWNER.confirmedAt! + 180 * DAY);
  });
});

describe('the end of a permission', () => {
  it('is that of the sign-off when it comes first', () => {
    const facts = withOwner(withApi(ALLOWED, { signOffs: [{ ...SIGN_OFF, expiresAt: NOW + 5 }] }), {
      confirmedAt: NOW,
    });
    expect(decide(facts).expiresAt).toBe(NOW + 5);
  });

  it('is none for anything but a permission', () => {
    for (const pair of PAIRS) {
      const { outcome, expiresAt } = decide(situation(ALLOWED, ...pair));
      expect(expiresAt === null).toBe(outcome !== 'allowed');
    }
  });
});

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

describe('the next change', () => {
  it('is within a week for an API that is unknown or rests on nothing', () => {
    expect(nextChange({ ...ALLOWED, api: null })).toBe(NOW + 7 * DAY);
    expect(nextChange(ALLOWED)).toBe(NOW + 7 * DAY);
  });

  it('is the first moment ahead at which anything begins, ends or turns', () => {
    const exception = {
      id: 'e',
      target: { item: 'auth' },
      approvedAt: NOW - 1,
      expiresAt: NOW + 6,
      revokedAt: null,
    };
    expect(nextChange(withApi(ALLOWED, { exceptions: [exception] }))).toBe(NOW + 6);
    expect(nextChange(withApi(ALLOWED, { exceptions: [{ ...exception, approvedAt: NOW + 2 }] }))).toBe(
      NOW + 2,
    );
    expect(nextChange(withApi(ALLOWED, { emergencies: [EMERGENCY] }))).toBe(EMERGENCY.expiresAt);
    expect(nextChange(withApi(ALLOWED, { emergencies: [{ ...EMERGENCY, openedAt: NOW + 1 }] }))).toBe(
      NOW + 1,
    );
    expect(nextChange(withApi(ALLOWED, { signOffs: [{ ...SIGN_OFF, expiresAt: NOW + 30 * DAY + 4 }] }))).toBe(
      NOW + 4,
    );
    expect(nextChange(withApi(ALLOWED, { signOffs: [{ ...SIGN_OFF, expiresAt: NOW + 4 }] }))).toBe(NOW + 4);
    expect(nextChange(withApi(ALLOWED, { signOffs: [{ ...SIGN_OFF, at: NOW + 3 }] }))).toBe(NOW + 3);
    expect(nextChange(withOwner(ALLOWED, { confirmedAt: NOW - 180 * DAY + 9 }))).toBe(NOW + 9);
    expect(API.signOffs).toHaveLength(1);
  });
});
