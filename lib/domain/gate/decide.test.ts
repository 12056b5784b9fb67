import { describe, expect, it } from 'vitest';
import { DAY } from '../policy/periods.ts';
import { GATE_MODES, LIFECYCLES, REVIEW_STATES } from '../words.ts';
import { decide } from './decide.ts';
import type { GateFacts } from './facts.ts';
import { REASON_CODES } from './reason-codes.ts';
import {
  ALLOWED,
  HIGH,
  NOW,
  OPEN,
  OWNER,
  sam,
  SIGN_OFF,
  unsigned,
  withApi,
  withEnvironment,
  withOwner,
} from './testing/example.ts';
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
          path: '/settings/environments',
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

  it.each(GATE_MODES)('is blocked where the gate is %s', (gate) => {
    for (const part of [{ api: null }, { revision: null }]) {
      const decision = decide({ ...withEnvironment(ALLOWED, { gate }), ...part });
      expect(decision).toMatchObject({ outcome: 'invalid', enforced: true, allowed: false });
      expect(decision.reasons.map(({ code }) => code)).not.toContain('shadow');
    }
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
      path: '/settings/environments',
    });
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
