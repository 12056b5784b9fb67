import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../policy/periods.ts';
import { decide } from './decide.ts';
import type { GateFacts } from './facts.ts';
import { REASON_CODES } from './reason-codes.ts';
import { ALLOWED, NOW, unsigned, withApi } from './testing/example.ts';
import { EMERGENCY, situation } from './testing/situations.ts';

const codes = (facts: GateFacts) => decide(facts).reasons.map(({ code }) => code);

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
