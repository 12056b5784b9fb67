import { describe, expect, it } from 'vitest';
import { OPERATOR, serviceAccount, someone } from '../gate/testing/standings.ts';
import type { Standing } from '../identity/standing.ts';
import type { ApiPlace } from './capacities.ts';
import { mayRegister } from './registering.ts';
import * as rights from './rights.ts';
import { API_RIGHTS, ORGANISATION_RIGHTS, TEAM_RIGHTS } from './rights-table.ts';
import type { ApiRight, OrganisationRight, TeamRight } from './rights-table.ts';

const TEAM = ['company', 'payments'];

/** In the order of the columns below. */
const PEOPLE: Record<string, Standing> = {
  stranger: someone('nina@example.test'),
  registrant: someone('rita@example.test'),
  member: someone('dev@example.test', { payments: 'member' }),
  approver: someone('anna@example.test', { payments: 'approver' }),
  manager: someone('mona@example.test', { payments: 'manager' }),
  above: someone('paul@example.test', { company: 'manager' }),
  aboveApprover: someone('pia@example.test', { company: 'approver' }),
  elsewhere: someone('olga@example.test', { ledger: 'manager' }),
  security: someone('sam@example.test', {}, 'security'),
  admin: someone('ada@example.test', {}, 'admin'),
  auditingManager: someone('otto@example.test', { payments: 'manager', company: 'manager' }, 'auditor'),
  uploader: serviceAccount('ci', 'revisions:write'),
  reader: serviceAccount('reader', 'gate:read', 'deployments:write', 'traffic:write'),
  operator: OPERATOR,
};

const place = (change: Partial<ApiPlace>): ApiPlace => ({
  registeredBy: 'rita@example.test',
  state: 'accepted',
  ownerPath: TEAM,
  offeredPath: [],
  ...change,
});
const OWNED = place({});
const UNOWNED = place({ state: 'none', ownerPath: [] });
const OFFERED = place({ state: 'offered', ownerPath: [], offeredPath: TEAM });

type Check = (standing: Standing) => unknown;
const checks = {
  register: [(one) => mayRegister(one, null)],
  'register-for-team': [(one) => mayRegister(one, TEAM)],
  edit: [(one) => rights.mayEditApi(one, OWNED), (one) => rights.mayEditApi(one, UNOWNED)],
  remove: [(one) => rights.mayRemoveApi(one, OWNED), (one) => rights.mayRemoveApi(one, UNOWNED)],
  upload: [(one) => rights.mayUpload(one, OWNED), (one) => rights.mayUpload(one, UNOWNED)],
  requestReview: [
    (one) => rights.mayRequestReview(one, OWNED),
    (one) => rights.mayRequestReview(one, OFFERED),
  ],
  answer: [(one) => rights.mayAnswer(one, OWNED), (one) => rights.mayAnswer(one, UNOWNED)],
  comment: [(one) => rights.mayComment(one, OWNED), (one) => rights.mayComment(one, UNOWNED)],
  'offer-owned': [(one) => rights.mayOffer(one, OWNED)],
  'offer-unowned': [(one) => rights.mayOffer(one, UNOWNED), (one) => rights.mayOffer(one, OFFERED)],
  accept: [(one) => rights.mayAccept(one, OFFERED)],
  decline: [(one) => rights.mayDecline(one, OFFERED)],
  attest: [(one) => rights.mayAttest(one, OWNED)],
  'propose-exception': [
    (one) => rights.overApi('propose-exception', one, OWNED),
    (one) => rights.overApi('propose-exception', one, UNOWNED),
  ],
  'decide-exception': [(one) => rights.overApi('decide-exception', one, OWNED)],
  'revoke-sign-off': [(one) => rights.mayRevokeSignOff(one, OWNED)],
  promote: [(one) => rights.overApi('promote', one, OWNED)],
  'report-deployment': [
    (one) => rights.overApi('report-deployment', one, OWNED),
    (one) => rights.overApi('report-deployment', one, UNOWNED),
  ],
  'judge-finding': [
    (one) => rights.overApi('judge-finding', one, OWNED),
    (one) => rights.overApi('judge-finding', one, UNOWNED),
  ],
  'dismiss-finding': [
    (one) => rights.overApi('dismiss-finding', one, OWNED),
    (one) => rights.overApi('dismiss-finding', one, UNOWNED),
  ],
  'import-findings': [
    (one) => rights.overApi('import-findings', one, OWNED),
    (one) => rights.overApi('import-findings', one, UNOWNED),
  ],
  'open-emergency': [
    (one) => rights.overApi('open-emergency', one, OWNED),
    (one) => rights.overApi('open-emergency', one, UNOWNED),
  ],
  'review-emergency': [
    (one) => rights.overApi('review-emergency', one, OWNED),
    (one) => rights.overApi('review-emergency', one, UNOWNED),
  ],
} satisfies Record<ApiRight, Check[]>;

// Columns: stranger, registrant, member, approver, manager, manager above, approver above, manager elsewhere, security,
// admin, an auditor who manages the team, uploading service, other service, operator. Rows in the order of the checks.
const API_MATRIX = {
  register: ['+++++ +++++ .. ..'],
  'register-for-team': ['..+++ +.... .. ..'],
  edit: ['..+++ +.... .. ..', '.+... ..... .. ..'],
  remove: ['....+ +.... .. ..', '.+... ..... .. ..'],
  upload: ['..+++ +.... .+ ..', '.+... ..... .+ ..'],
  requestReview: ['..+++ +.... .. ..', '.+... ..... .. ..'],
  answer: ['..+++ +..+. .. ..', '.+... ...+. .. ..'],
  comment: ['+++++ +++++ .. ..', '+++++ +++++ .. ..'],
  'offer-owned': ['....+ +.... .. ..'],
  'offer-unowned': ['.+..+ +.+++ .. .+', '.+..+ +.+++ .. .+'],
  accept: ['....+ +.... .. ..'],
  decline: ['....+ +.... .. ..'],
  attest: ['....+ +.... .. ..'],
  'propose-exception': ['..+++ +..+. .. ..', '..... ...+. .. ..'],
  'decide-exception': ['..... ...+. .. ..'],
  'revoke-sign-off': ['....+ +..+. .. ..'],
  promote: ['..+++ +...+ .. .+'],
  'report-deployment': ['..+++ +...+ .. .+', '.+... ....+ .. .+'],
  'judge-finding': ['..+++ +..+. .. ..', '.+... ...+. .. ..'],
  'dismiss-finding': ['..... ...+. .. ..', '..... ...+. .. ..'],
  'import-findings': ['..+++ +..+. .+ ..', '.+... ...+. .+ ..'],
  'open-emergency': ['...++ ....+ .. .+', '..... ....+ .. .+'],
  'review-emergency': ['...++ +..++ .. .+', '..... ...++ .. .+'],
} satisfies Record<keyof typeof API_RIGHTS, string[]>;

const TEAM_CHECKS = {
  'create-top': (one) => rights.mayCreateTeam(one, null),
  'create-below': (one) => rights.mayCreateTeam(one, TEAM),
  'create-somewhere': (one) => rights.mayCreateSomeTeam(one),
  edit: (one) => rights.mayEditTeam(one, TEAM),
  'manage-members': (one) => rights.mayManageMembers(one, TEAM),
  remove: (one) => rights.mayRemoveTeam(one, TEAM),
} satisfies Record<TeamRight, Check>;
const TEAM_MATRIX = {
  'create-top': '..... ....+ .. .+',
  'create-below': '....+ +...+ .. .+',
  'create-somewhere': '....+ +.+.+ .. .+',
  edit: '....+ +...+ .. .+',
  'manage-members': '....+ +...+ .. .+',
  remove: '..... +...+ .. .+',
} satisfies Record<keyof typeof TEAM_RIGHTS, string>;

const ORGANISATION_MATRIX = {
  people: '..... ....+ .. .+',
  environments: '..... ....+ .. .+',
  integrations: '..... ....+ .. .+',
  checklists: '..... ...+. .. ..',
  policies: '..... ...+. .. ..',
} satisfies Record<keyof typeof ORGANISATION_RIGHTS, string>;

const outcome = (check: Check): string => {
  const marks = Object.values(PEOPLE).map((one) => (check(one) === null ? '+' : '.'));
  return [marks.slice(0, 5), marks.slice(5, 10), marks.slice(10, 12), marks.slice(12)]
    .map((part) => part.join(''))
    .join(' ');
};

describe('who may do what', () => {
  it.each(Object.keys(checks) as ApiRight[])('%s an API', (right) => {
    expect(checks[right].map(outcome)).toEqual(API_MATRIX[right]);
  });

  it.each(Object.keys(TEAM_MATRIX) as TeamRight[])('%s a team', (right) => {
    expect(outcome(TEAM_CHECKS[right])).toBe(TEAM_MATRIX[right]);
  });

  it.each(Object.keys(ORGANISATION_MATRIX) as OrganisationRight[])('manage %s', (what) => {
    expect(outcome((one) => rights.mayManage(one, what))).toBe(ORGANISATION_MATRIX[what]);
  });

  it('refuses as forbidden, with a sentence', () => {
    expect(rights.mayEditApi(PEOPLE['stranger']!, OWNED)).toMatchObject({
      code: 'forbidden',
      kind: 'forbidden',
    });
    for (const row of [API_RIGHTS, TEAM_RIGHTS, ORGANISATION_RIGHTS].flatMap((table) =>
      Object.values(table),
    )) {
      expect(row.otherwise).toMatch(/^Only .+\.$/u);
    }
  });
});

describe('the registrant', () => {
  it('loses every right with the first acceptance', () => {
    expect(rights.mayEditApi(PEOPLE['registrant']!, OWNED)).not.toBeNull();
  });

  it('is nobody in particular when no person registered the API', () => {
    expect(rights.mayEditApi({ ...OPERATOR, name: 'rita@example.test' }, UNOWNED)).not.toBeNull();
    expect(rights.mayEditApi(PEOPLE['stranger']!, place({ ...UNOWNED, registeredBy: null }))).not.toBeNull();
  });

  it('who became an auditor may no longer edit', () => {
    expect(rights.mayEditApi({ ...PEOPLE['registrant']!, role: 'auditor' }, UNOWNED)).not.toBeNull();
  });
});

describe('giving and taking', () => {
  const LEDGER = ['company', 'ledger'];

  it('is one step for managers of the receiving side only', () => {
    const atOnce = (name: string) => rights.ownsAtOnce(PEOPLE[name]!, TEAM);
    expect(Object.keys(PEOPLE).filter(atOnce)).toEqual(['manager', 'above']);
  });

  it('takes over an owned API only with both sides in one hand', () => {
    const may = (standing: Standing) =>
      rights.mayOffer(standing, OWNED) === null && rights.ownsAtOnce(standing, LEDGER);
    expect(may(PEOPLE['manager']!)).toBe(false);
    expect(may(PEOPLE['elsewhere']!)).toBe(false);
    expect(may(PEOPLE['above']!)).toBe(true);
    expect(may(someone('max@example.test', { payments: 'manager', ledger: 'manager' }))).toBe(true);
    expect(may(someone('max@example.test', { payments: 'manager', ledger: 'approver' }))).toBe(false);
    expect(may(PEOPLE['admin']!)).toBe(false);
  });

  it('needs an offer to answer, and an owner to confirm', () => {
    const mona = PEOPLE['manager']!;
    expect(rights.mayAccept(mona, OWNED)).toMatchObject({ code: 'ownership.no-offer', kind: 'conflict' });
    expect(rights.mayDecline(mona, UNOWNED)).toMatchObject({ code: 'ownership.no-offer', kind: 'conflict' });
    expect(rights.mayAttest(mona, OFFERED)).toMatchObject({ code: 'ownership.not-owned', kind: 'conflict' });
  });

  it('lets the receiving side answer a hand-over while the present team still owns the API', () => {
    const handOver = place({ offeredPath: LEDGER });
    expect(rights.mayAccept(PEOPLE['elsewhere']!, handOver)).toBeNull();
    expect(rights.mayAccept(PEOPLE['manager']!, handOver)).not.toBeNull();
    expect(rights.mayEditApi(PEOPLE['elsewhere']!, handOver)).not.toBeNull();
  });
});

describe('moving a team', () => {
  const both = someone('max@example.test', { company: 'manager', bank: 'manager' });

  it('needs a manager above it and a manager of where it goes', () => {
    expect(rights.mayMoveTeam(both, TEAM, ['bank'])).toBeNull();
    expect(rights.mayMoveTeam(both, TEAM, ['company', 'ledger'])).toBeNull();
    expect(rights.mayMoveTeam(PEOPLE['above']!, TEAM, ['bank'])).not.toBeNull();
    expect(rights.mayMoveTeam(someone('b@example.test', { bank: 'manager' }), TEAM, ['bank'])).not.toBeNull();
    expect(rights.mayMoveTeam(PEOPLE['manager']!, TEAM, ['company'])).not.toBeNull();
  });

  it('goes to the top only by an administrator', () => {
    expect(rights.mayMoveTeam(both, TEAM, null)).not.toBeNull();
    expect(rights.mayMoveTeam(PEOPLE['admin']!, TEAM, null)).toBeNull();
  });

  it('never goes below itself', () => {
    const cycle = { code: 'team.cycle', kind: 'conflict' };
    expect(rights.mayMoveTeam(PEOPLE['admin']!, TEAM, [...TEAM, 'cards'])).toMatchObject(cycle);
    expect(rights.mayMoveTeam(PEOPLE['admin']!, TEAM, TEAM)).toMatchObject(cycle);
  });
});
