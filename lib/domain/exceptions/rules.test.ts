import { describe, expect, it } from 'vitest';
import { NOW } from '../gate/testing/example.ts';
import { OPERATOR, serviceAccount, someone } from '../gate/testing/standings.ts';
import type { Standing } from '../identity/standing.ts';
import { DEFAULT_POLICY } from '../policy/default-policy.ts';
import { DAY } from '../policy/periods.ts';
import { EXCEPTION_STATES, TIERS, type ExceptionState } from '../words.ts';
import {
  endFault,
  EXCEPTION_ACTIONS,
  exceptionState,
  isCovering,
  mayDecideException,
  mayPropose,
} from './rules.ts';
import type { ExceptionAction, ExceptionRecord } from './rules.ts';

const place = {
  registeredBy: 'rita@example.test',
  state: 'accepted' as const,
  ownerPath: ['company', 'payments'],
  offeredPath: [],
};
const sam = someone('sam@example.test', {}, 'security');
const ida = someone('ida@example.test', {}, 'security');
const dev = someone('dev@example.test', { payments: 'member' });

const RECORDS = {
  proposed: { step: 'proposed', proposedBy: dev.name, expiresAt: NOW + DAY },
  active: { step: 'approved', proposedBy: dev.name, expiresAt: NOW + DAY },
  expired: { step: 'approved', proposedBy: dev.name, expiresAt: NOW },
  rejected: { step: 'rejected', proposedBy: dev.name, expiresAt: NOW + DAY },
  revoked: { step: 'revoked', proposedBy: dev.name, expiresAt: NOW + DAY },
} as const satisfies Record<ExceptionState, ExceptionRecord>;

describe('the state of an exception', () => {
  it.each(EXCEPTION_STATES)('%s', (state) => expect(exceptionState(RECORDS[state], NOW)).toBe(state));

  it('ends at the very moment it names, also while only proposed', () => {
    expect(exceptionState(RECORDS.active, NOW + DAY - 1)).toBe('active');
    expect(exceptionState(RECORDS.active, NOW + DAY)).toBe('expired');
    expect(exceptionState(RECORDS.proposed, NOW + DAY)).toBe('expired');
    expect(exceptionState(RECORDS.rejected, NOW + DAY)).toBe('rejected');
    expect(exceptionState(RECORDS.revoked, NOW + DAY)).toBe('revoked');
  });

  it('covers exactly while it is active', () => {
    const facts = { id: 'e', target: { item: 'auth' }, approvedAt: NOW, expiresAt: NOW + 2, revokedAt: null };
    expect([-1, 0, 1, 2].map((later) => isCovering(facts, NOW + later))).toEqual([false, true, true, false]);
    expect(isCovering({ ...facts, approvedAt: null }, NOW)).toBe(false);
    expect(isCovering({ ...facts, revokedAt: NOW + 1 }, NOW)).toBe(false);
    expect(isCovering({ ...facts, expiresAt: Number.NaN }, NOW)).toBe(false);
  });
});

const ALLOWED_FROM = {
  approve: ['proposed'],
  reject: ['proposed'],
  revoke: ['proposed', 'active'],
} satisfies Record<ExceptionAction, ExceptionState[]>;
const steps = EXCEPTION_ACTIONS.flatMap((action) => EXCEPTION_STATES.map((state) => ({ action, state })));

describe('the steps of an exception', () => {
  it.each(steps)('$action when $state', ({ action, state }) => {
    const refusal = mayDecideException(action, { actor: sam, place, exception: RECORDS[state], now: NOW });
    const isAllowed = ALLOWED_FROM[action].some((one) => one === state);
    expect(refusal).toEqual(
      isAllowed
        ? null
        : { code: 'exception.state', kind: 'conflict', message: `This exception is ${state}.` },
    );
  });
});

const ACTORS: Record<string, Standing> = {
  security: sam,
  proposer: dev,
  member: someone('dora@example.test', { payments: 'member' }),
  manager: someone('mona@example.test', { payments: 'manager' }),
  above: someone('paul@example.test', { company: 'manager' }),
  stranger: someone('nina@example.test'),
  registrant: someone('rita@example.test'),
  admin: someone('ada@example.test', {}, 'admin'),
  auditor: someone('otto@example.test', { payments: 'manager' }, 'auditor'),
  service: serviceAccount('ci', 'revisions:write'),
  operator: OPERATOR,
};

describe('who', () => {
  const able = (may: (actor: Standing) => unknown) =>
    Object.keys(ACTORS).filter((name) => may(ACTORS[name]!) === null);

  it('proposes: the owning team, managers above it and security', () => {
    expect(able((actor) => mayPropose(actor, place))).toEqual([
      'security',
      'proposer',
      'member',
      'manager',
      'above',
    ]);
  });

  it.each(EXCEPTION_ACTIONS)('may %s: security, and the proposer only to give it up', (action) => {
    const may = (actor: Standing) =>
      mayDecideException(action, { actor, place, exception: RECORDS.proposed, now: NOW });
    expect(able(may)).toEqual(action === 'revoke' ? ['security', 'proposer'] : ['security']);
  });

  it('never decides about an own proposal, whatever the role', () => {
    const exception = { ...RECORDS.proposed, proposedBy: sam.name };
    const decide = (action: ExceptionAction, actor: Standing) =>
      mayDecideException(action, { actor, place, exception, now: NOW })?.code ?? null;
    expect(decide('approve', sam)).toBe('exception.proposer');
    expect(decide('reject', sam)).toBe('exception.proposer');
    expect(decide('revoke', sam)).toBeNull();
    expect(decide('approve', ida)).toBeNull();
  });

  it('may not give it up any more as an auditor', () => {
    const actor: Standing = { ...dev, role: 'auditor' };
    expect(mayDecideException('revoke', { actor, place, exception: RECORDS.proposed, now: NOW })?.code).toBe(
      'forbidden',
    );
  });
});

describe('the end of an exception', () => {
  it.each(TIERS)('lies ahead and within what tier %s allows', (tier) => {
    const policy = DEFAULT_POLICY.tiers[tier];
    const last = NOW + policy.exceptionMaxDays * DAY;
    expect(endFault(last, NOW, policy)).toBeNull();
    expect(endFault(last + 1, NOW, policy)).toBe(
      `An exception for an API of this tier ends after ${policy.exceptionMaxDays} days at most.`,
    );
    expect(endFault(NOW + 1, NOW, policy)).toBeNull();
    expect(endFault(NOW, NOW, policy)).toBe('The end of an exception must lie ahead.');
    expect(endFault(Number.NaN, NOW, policy)).toBe('The end of an exception must lie ahead.');
  });
});
