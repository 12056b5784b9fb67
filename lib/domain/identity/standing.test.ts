import { describe, expect, it } from 'vitest';
import { OPERATOR, serviceAccount, someone } from '../gate/testing/standings.ts';
import { ORGANISATION_ROLES } from '../words.ts';
import {
  administers,
  isColleague,
  managesSomeTeam,
  managesTeam,
  roleIn,
  signsSomewhere,
} from './standing.ts';

describe('a standing', () => {
  const mona = someone('mona@example.test', { payments: 'manager', ledger: 'member' });

  it('manages the team and everything below it', () => {
    expect(managesTeam(mona, ['company', 'payments'])).toBe(true);
    expect(managesTeam(mona, ['company', 'payments', 'cards'])).toBe(true);
    expect(managesTeam(mona, ['company'])).toBe(false);
    expect(managesTeam(mona, ['company', 'ledger'])).toBe(false);
    expect(managesTeam(mona, [])).toBe(false);
  });

  it('is not in a team whose name every object knows', () => {
    expect(roleIn(someone('nina@example.test'), 'constructor')).toBeNull();
    const inTeam = Object.fromEntries([['constructor', 'approver' as const]]);
    expect(roleIn(someone('nina@example.test', inTeam), 'constructor')).toBe('approver');
  });

  it('manages some team only as a manager', () => {
    expect(managesSomeTeam(mona)).toBe(true);
    expect(managesSomeTeam(someone('anna@example.test', { payments: 'approver' }))).toBe(false);
  });

  it('signs somewhere as security, or for a team', () => {
    const inTeam = (role: 'manager' | 'approver' | 'member') => someone('x@example.test', { payments: role });
    expect(signsSomewhere(inTeam('manager'))).toBe(true);
    expect(signsSomewhere(inTeam('approver'))).toBe(true);
    expect(signsSomewhere(inTeam('member'))).toBe(false);
    const may = ORGANISATION_ROLES.map((role) => [role, signsSomewhere(someone('x@example.test', {}, role))]);
    expect(Object.fromEntries(may)).toEqual({ admin: false, security: true, auditor: false, member: false });
    expect(signsSomewhere(someone('x@example.test', { payments: 'approver' }, 'auditor'))).toBe(false);
  });

  it('may change something unless it is an auditor or no person', () => {
    const may = ORGANISATION_ROLES.map((role) => [role, isColleague(someone('x@example.test', {}, role))]);
    expect(Object.fromEntries(may)).toEqual({ admin: true, security: true, auditor: false, member: true });
    expect(isColleague(serviceAccount('ci', 'revisions:write'))).toBe(false);
    expect(isColleague(OPERATOR)).toBe(false);
    expect(isColleague({ ...mona, role: null })).toBe(false);
  });

  it('administers as administrator, operator and the product itself', () => {
    expect(administers(someone('x@example.test', {}, 'admin'))).toBe(true);
    expect(administers(OPERATOR)).toBe(true);
    expect(administers({ ...OPERATOR, kind: 'system' })).toBe(true);
    expect(administers(someone('x@example.test', {}, 'security'))).toBe(false);
    expect(administers(serviceAccount('ci'))).toBe(false);
  });
});
