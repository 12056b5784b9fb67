import { describe, expect, it } from 'vitest';
import { DAY } from '../policy/periods.ts';
import { nextChange } from './next-change.ts';
import { ALLOWED, API, NOW, SIGN_OFF, withApi, withOwner } from './testing/example.ts';
import { EMERGENCY } from './testing/situations.ts';

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
