import { describe, expect, it } from 'vitest';
import type { Standing } from '../identity/standing.ts';
import { ORGANISATION_ROLES } from '../words.ts';
import type { OrganisationRole } from '../words.ts';
import { mayChangePerson } from './change-person.ts';
import { mayCreateServiceAccount } from './service-account.ts';
import { mayIssueToken, mayRevokeToken } from './token-rights.ts';

const person = (role: OrganisationRole, name = 'ada@example.test'): Standing => ({
  kind: 'person',
  name,
  role,
  scopes: [],
  teamRoles: { payments: 'manager' },
});
const other = (kind: 'service' | 'operator' | 'system', name: string = kind): Standing => ({
  kind,
  name,
  role: null,
  scopes: kind === 'service' ? ['gate:read', 'revisions:write'] : [],
  teamRoles: {},
});
const everybody = [
  ...ORGANISATION_ROLES.map((role) => person(role)),
  other('service'),
  other('operator'),
  other('system'),
];
const label = ({ kind, role }: Standing) => role ?? kind;
const whoMay = (refusal: (standing: Standing) => unknown) =>
  everybody.filter((one) => refusal(one) === null).map(label);

describe('changing a person', () => {
  const member = { role: 'member', active: true } as const;
  const admin = { role: 'admin', active: true } as const;

  it('is for administrators and whoever stands above them', () => {
    expect(whoMay((one) => mayChangePerson(one, member, admin, 1))).toEqual(['admin', 'operator', 'system']);
  });

  const states = ORGANISATION_ROLES.flatMap((role) => [true, false].map((active) => ({ role, active })));
  it.each(states.flatMap((before) => states.map((after) => [before, after] as const)))(
    'from %j to %j',
    (before, after) => {
      const losesAdmin =
        before.active && before.role === 'admin' && !(after.active && after.role === 'admin');
      expect(mayChangePerson(person('admin'), before, after, 1)).toBeNull();
      expect(mayChangePerson(person('admin'), before, after, 0)?.code ?? null).toBe(
        losesAdmin ? 'person.last-admin' : null,
      );
      expect(mayChangePerson(person('security'), before, after, 1)).toMatchObject({
        code: 'forbidden',
        kind: 'forbidden',
      });
    },
  );
});

describe('a token', () => {
  const ofAda = { kind: 'person', name: 'ada@example.test' } as const;
  const ofBob = { kind: 'person', name: 'bob@example.test' } as const;
  const ofPipeline = { kind: 'service', name: 'service' } as const;

  it('is made for oneself, or by the operator; being an administrator does not suffice', () => {
    expect(whoMay((one) => mayIssueToken(one, ofAda))).toEqual([...ORGANISATION_ROLES, 'operator']);
    expect(whoMay((one) => mayIssueToken(one, ofBob))).toEqual(['operator']);
    expect(whoMay((one) => mayIssueToken(one, ofPipeline))).toEqual(['operator']);
  });

  it('is revoked by its owner and by administrators', () => {
    expect(whoMay((one) => mayRevokeToken(one, ofAda))).toEqual([
      ...ORGANISATION_ROLES,
      'operator',
      'system',
    ]);
    expect(whoMay((one) => mayRevokeToken(one, ofBob))).toEqual(['admin', 'operator', 'system']);
    expect(whoMay((one) => mayRevokeToken(one, ofPipeline))).toEqual(['admin', 'operator', 'system']);
  });

  it('of a person is not that of a service account with the same name', () => {
    const namesake = other('service', 'ada@example.test');
    expect(mayRevokeToken(namesake, ofAda)).not.toBeNull();
    expect(mayIssueToken(namesake, ofAda)).not.toBeNull();
  });
});

describe('a service account', () => {
  it('is made by administrators and the operator', () => {
    expect(whoMay((one) => mayCreateServiceAccount(one, 'ci'))).toEqual(['admin', 'operator', 'system']);
  });

  it.each(['operator', 'system', 'nobody'])('is never called %s', (slug) => {
    expect(mayCreateServiceAccount(other('operator'), slug)).toMatchObject({
      code: 'service-account.reserved',
      kind: 'conflict',
    });
  });
});
