import { describe, expect, it } from 'vitest';
import { NOW } from '../gate/testing/example.ts';
import { OPERATOR, serviceAccount, someone } from '../gate/testing/standings.ts';
import type { Standing } from '../identity/standing.ts';
import { MINUTE } from '../policy/periods.ts';
import {
  emergencyEnd,
  EMERGENCY_STATES,
  emergencyState,
  endOf,
  mayOpenEmergency,
  mayReviewEmergency,
} from './rules.ts';

const place = {
  registeredBy: 'rita@example.test',
  state: 'accepted' as const,
  ownerPath: ['company', 'payments'],
  offeredPath: [],
};
const unowned = { ...place, state: 'none' as const, ownerPath: [] };
const fresh = { openedAt: NOW, expiresAt: NOW + 30 * MINUTE, usedAt: null, reviewedAt: null };

describe('the state of an emergency', () => {
  it('is open from its first moment to its end', () => {
    const states = [-1, 0, 30 * MINUTE - 1, 30 * MINUTE].map((later) => emergencyState(fresh, NOW + later));
    expect(states).toEqual(['lapsed', 'open', 'open', 'lapsed']);
  });

  it('is used once, and reviewed in the end', () => {
    expect(emergencyState({ ...fresh, usedAt: NOW }, NOW + 1)).toBe('used');
    expect(emergencyState({ ...fresh, usedAt: NOW, reviewedAt: NOW }, NOW + 1)).toBe('reviewed');
    expect(emergencyState({ ...fresh, reviewedAt: NOW }, NOW + 1)).toBe('reviewed');
    expect(EMERGENCY_STATES).toEqual(['open', 'used', 'lapsed', 'reviewed']);
  });

  it('never lasts longer than sixty minutes', () => {
    expect(emergencyEnd(NOW)).toBe(NOW + 60 * MINUTE);
    expect(endOf(fresh)).toBe(NOW + 30 * MINUTE);
    expect(endOf({ ...fresh, expiresAt: NOW + 90 * MINUTE })).toBe(NOW + 60 * MINUTE);
    expect(emergencyState({ ...fresh, expiresAt: Number.NaN }, NOW)).toBe('lapsed');
  });
});

const ACTORS: Record<string, Standing> = {
  member: someone('dev@example.test', { payments: 'member' }),
  approver: someone('anna@example.test', { payments: 'approver' }),
  manager: someone('mona@example.test', { payments: 'manager' }),
  above: someone('paul@example.test', { company: 'manager' }),
  stranger: someone('nina@example.test', { ledger: 'manager' }),
  registrant: someone('rita@example.test'),
  security: someone('sam@example.test', {}, 'security'),
  admin: someone('ada@example.test', {}, 'admin'),
  auditor: someone('otto@example.test', { payments: 'manager' }, 'auditor'),
  service: serviceAccount('ci', 'deployments:write'),
  operator: OPERATOR,
};
const able = (may: (actor: Standing) => unknown) =>
  Object.keys(ACTORS).filter((name) => may(ACTORS[name]!) === null);

describe('opening', () => {
  it('is for managers and approvers of the owning team and administrators', () => {
    expect(able((one) => mayOpenEmergency(one, place, 0))).toEqual([
      'approver',
      'manager',
      'admin',
      'operator',
    ]);
    expect(able((one) => mayOpenEmergency(one, unowned, 0))).toEqual(['admin', 'operator']);
  });

  it('waits for the review of an earlier one', () => {
    expect(mayOpenEmergency(ACTORS['manager']!, place, 1)).toMatchObject({
      code: 'emergency.unreviewed',
      kind: 'conflict',
    });
    expect(mayOpenEmergency(ACTORS['member']!, place, 1)).toMatchObject({ code: 'forbidden' });
  });
});

describe('reviewing', () => {
  const emergency = { openedBy: 'mona@example.test', reviewedAt: null };

  it('is for everybody with a say but the opener', () => {
    expect(able((one) => mayReviewEmergency(one, place, emergency))).toEqual([
      'approver',
      'above',
      'security',
      'admin',
      'operator',
    ]);
    expect(mayReviewEmergency(ACTORS['manager']!, place, emergency)).toMatchObject({
      code: 'emergency.opener',
      kind: 'forbidden',
    });
  });

  it('is refused to an administrator who opened it', () => {
    const opened = { openedBy: 'ada@example.test', reviewedAt: null };
    expect(mayReviewEmergency(ACTORS['admin']!, place, opened)?.code).toBe('emergency.opener');
  });

  it('is done once', () => {
    const done = { ...emergency, reviewedAt: NOW };
    expect(mayReviewEmergency(ACTORS['security']!, place, done)).toMatchObject({
      code: 'emergency.reviewed',
      kind: 'conflict',
    });
  });
});
