import { describe, expect, it } from 'vitest';
import { ALLOWED, anna, APPROVED, NOW, OWNER, sam, SIGN_OFF } from '../gate/testing/example.ts';
import type { SignOffFacts } from '../gate/facts.ts';
import { DAY } from '../policy/periods.ts';
import { REVIEW_STATES } from '../words.ts';
import { counts, signOffStanding, type SignOffQuestion } from './sign-off-state.ts';

const QUESTION: SignOffQuestion = {
  now: NOW,
  environment: 'production',
  materialDigest: 'sha256:m1',
  owner: OWNER,
  required: ['owner'],
  checklist: ALLOWED.checklist,
  reviews: [APPROVED],
  signOffs: [SIGN_OFF],
};
const SECURITY: SignOffFacts = { ...SIGN_OFF, role: 'security', by: sam.email };
const BOTH: SignOffQuestion = {
  ...QUESTION,
  required: ['owner', 'security'],
  signOffs: [SIGN_OFF, SECURITY],
};

const signed = (change: Partial<SignOffFacts>, question = QUESTION) =>
  signOffStanding({ ...question, signOffs: question.signOffs.map((one) => ({ ...one, ...change })) });
const codes = (standing: ReturnType<typeof signOffStanding>) => standing.reasons.map(({ code }) => code);

describe('a sign-off that counts', () => {
  it('is given on an approved review for exactly this question', () => {
    const standing = signOffStanding(QUESTION);
    expect(standing).toEqual({
      state: 'valid',
      validUntil: SIGN_OFF.expiresAt,
      missingRoles: [],
      reasons: [],
      review: APPROVED,
      signOffs: [SIGN_OFF],
    });
    expect(counts(standing)).toBe(true);
  });

  it('is expiring in its last 30 days and still counts', () => {
    expect(signed({ expiresAt: NOW + 30 * DAY + 1 }).state).toBe('valid');
    expect(signed({ expiresAt: NOW + 30 * DAY }).state).toBe('expiring');
    expect(signed({ expiresAt: NOW + 1 }).state).toBe('expiring');
    expect(counts(signed({ expiresAt: NOW + 1 }))).toBe(true);
  });

  it('counts in the very moment in which it is given', () => {
    expect(signed({ at: NOW }).state).toBe('valid');
    expect(signed({ at: APPROVED.openedAt }).state).toBe('valid');
  });
});

describe('a sign-off that does not count', () => {
  it.each([
    ['signoff.expired', 'expired', { expiresAt: NOW }],
    ['signoff.material-change', 'void', { materialDigest: 'sha256:m0' }],
    ['signoff.owner-changed', 'void', { term: 'term-0' }],
    ['signoff.checklist-changed', 'void', { checklistVersion: 2 }],
    ['signoff.checklist-changed', 'void', { checklistVersion: 4 }],
    ['signoff.checklist-changed', 'void', { checklistId: 'other' }],
    ['signoff.revoked', 'void', { revokedAt: NOW - DAY }],
    ['signoff.revoked', 'void', { revokedAt: NOW + DAY }],
  ] as const)('%s makes it %s', (code, state, change) => {
    const standing = signed(change);
    expect(standing).toMatchObject({ state, validUntil: null, missingRoles: ['owner'], review: APPROVED });
    expect(codes(standing)).toEqual([code]);
    expect(counts(standing)).toBe(false);
  });

  it('tells everything that is wrong with it, gravest first', () => {
    const everything = { revokedAt: NOW, term: '', materialDigest: '', checklistVersion: 1, expiresAt: NOW };
    expect(codes(signed(everything))).toEqual([
      'signoff.revoked',
      'signoff.owner-changed',
      'signoff.material-change',
      'signoff.checklist-changed',
      'signoff.expired',
    ]);
    expect(signed(everything).state).toBe('void');
  });

  it.each([
    ['of another environment', { environment: 'staging' }],
    ['of a review that is not known', { review: 'review-9' }],
    ['from before the review was last submitted', { at: APPROVED.openedAt - 1 }],
    ['from the future', { at: NOW + 1 }],
    ['of a senseless time', { at: Number.NaN }],
    ['in a role that is not asked for', { role: 'security' as const }],
  ])('is as good as none %s', (_, change) => {
    expect(signed(change)).toMatchObject({
      state: 'missing',
      missingRoles: ['owner'],
      reasons: [],
      review: null,
    });
  });

  it('never counts for a review of another environment', () => {
    const reviews = [{ ...APPROVED, environment: 'staging' }];
    expect(signOffStanding({ ...QUESTION, reviews }).state).toBe('missing');
    expect(signed({ environment: 'staging' }, { ...QUESTION, reviews }).state).toBe('missing');
  });

  it.each(REVIEW_STATES)('on a review in state %s', (state) => {
    const standing = signOffStanding({ ...QUESTION, reviews: [{ ...APPROVED, state }] });
    expect(counts(standing)).toBe(state === 'approved');
  });

  it('is void while no team has accepted the API', () => {
    for (const owner of [
      { state: 'none' as const, term: null },
      { state: 'offered' as const, term: 'term-1' },
      { state: 'accepted' as const, term: null },
    ]) {
      expect(codes(signOffStanding({ ...QUESTION, owner }))).toEqual(['signoff.owner-changed']);
    }
    const unowned = { ...QUESTION, owner: { state: 'none' as const, term: null } };
    expect(codes(signed({ term: '' }, unowned))).toEqual(['signoff.owner-changed']);
  });

  it('is none without a description', () => {
    expect(codes(signOffStanding({ ...QUESTION, materialDigest: null }))).toEqual([
      'signoff.material-change',
    ]);
  });

  it('is none when the clock makes no sense', () => {
    expect(counts(signOffStanding({ ...QUESTION, now: Number.NaN }))).toBe(false);
    expect(counts(signed({ expiresAt: Number.NaN }))).toBe(false);
  });
});

describe('two sign-offs', () => {
  it('count together, until the first of them runs out', () => {
    const signOffs = [SIGN_OFF, { ...SECURITY, expiresAt: NOW + 40 * DAY }];
    expect(signOffStanding({ ...BOTH, signOffs })).toMatchObject({
      state: 'valid',
      validUntil: NOW + 40 * DAY,
      signOffs,
    });
  });

  it('do not count one without the other', () => {
    for (const [only, missing] of [
      [SIGN_OFF, 'security'],
      [SECURITY, 'owner'],
    ] as const) {
      const standing = signOffStanding({ ...BOTH, signOffs: [only] });
      expect(standing).toMatchObject({ state: 'missing', missingRoles: [missing], signOffs: [only] });
      expect(standing.reasons).toEqual([{ code: 'signoff.missing-role', role: missing, signOff: null }]);
    }
  });

  it('are expired or void before they are missing', () => {
    expect(signOffStanding({ ...BOTH, signOffs: [{ ...SIGN_OFF, expiresAt: NOW }] })).toMatchObject({
      state: 'expired',
      missingRoles: ['owner', 'security'],
    });
    expect(signOffStanding({ ...BOTH, signOffs: [{ ...SIGN_OFF, revokedAt: NOW }] }).state).toBe('void');
  });

  it('are those of two people', () => {
    const standing = signOffStanding({ ...BOTH, signOffs: [SIGN_OFF, { ...SECURITY, by: anna.email }] });
    expect(standing).toMatchObject({ state: 'missing', missingRoles: ['security'] });
  });

  it('are not put together from two reviews', () => {
    const other = { ...APPROVED, id: 'review-0' };
    const standing = signOffStanding({
      ...BOTH,
      reviews: [APPROVED, other],
      signOffs: [SIGN_OFF, { ...SECURITY, review: 'review-0' }],
    });
    expect(counts(standing)).toBe(false);
  });

  it('name the role with each fault', () => {
    const signOffs = [SIGN_OFF, { ...SECURITY, expiresAt: NOW }];
    const standing = signOffStanding({ ...BOTH, signOffs });
    expect(standing).toMatchObject({ state: 'expired', missingRoles: ['security'] });
    expect(standing.reasons).toEqual([{ code: 'signoff.expired', role: 'security', signOff: signOffs[1] }]);
  });

  it('do not ask for one that the tier does not need', () => {
    expect(
      signOffStanding({ ...QUESTION, signOffs: [SIGN_OFF, { ...SECURITY, revokedAt: NOW }] }).state,
    ).toBe('valid');
  });
});

describe('A to B and back to A', () => {
  it('leaves the old sign-off behind: the team is the same, the term is not', () => {
    const owner = { ...OWNER, term: 'term-3' };
    expect(owner.team).toBe(SIGN_OFF.team);
    expect(signOffStanding({ ...QUESTION, owner })).toMatchObject({ state: 'void', missingRoles: ['owner'] });
  });
});
