import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALLOWED, anna, API, APPROVED, NOW, OPEN, OWNER, sam, SIGN_OFF } from '../gate/testing/example.ts';
import type { SignOffFacts } from '../gate/facts.ts';
import { DAY } from '../policy/periods.ts';
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

const codes = (standing: ReturnType<typeof signOffStanding>) => standing.reasons.map(({ code }) => code);

describe('of several sets', () => {
  const other = { ...APPROVED, id: 'review-0' };
  const both = { ...QUESTION, reviews: [other, APPROVED] };
  const first = (change: Partial<SignOffFacts>): SignOffFacts => ({
    ...SIGN_OFF,
    review: 'review-0',
    ...change,
  });

  it('the one that counts is told, wherever it stands', () => {
    const signOffs = [{ ...SIGN_OFF, revokedAt: NOW }, first({})];
    expect(signOffStanding({ ...both, signOffs })).toMatchObject({ state: 'valid', review: other });
    expect(signOffStanding({ ...both, signOffs: [SIGN_OFF, first({ revokedAt: NOW })] }).review).toBe(
      APPROVED,
    );
  });

  it('the one that counts longest is told', () => {
    const short = signOffStanding({ ...both, signOffs: [SIGN_OFF, first({ expiresAt: NOW + DAY })] });
    expect(short).toMatchObject({ review: APPROVED, validUntil: SIGN_OFF.expiresAt });
    const long = signOffStanding({
      ...both,
      signOffs: [SIGN_OFF, first({ expiresAt: SIGN_OFF.expiresAt + 1 })],
    });
    expect(long).toMatchObject({ review: other, validUntil: SIGN_OFF.expiresAt + 1 });
  });

  it('the one with the fewest faults is told when none counts, then the latest', () => {
    const twice = { ...SIGN_OFF, revokedAt: NOW, term: 'term-0' };
    const expired = first({ expiresAt: NOW, at: SIGN_OFF.at - DAY });
    expect(codes(signOffStanding({ ...both, signOffs: [twice, expired] }))).toEqual(['signoff.expired']);
    const changed = { ...SIGN_OFF, materialDigest: 'sha256:m0' };
    expect(codes(signOffStanding({ ...both, signOffs: [changed, expired] }))).toEqual([
      'signoff.material-change',
    ]);
    expect(codes(signOffStanding({ ...both, signOffs: [changed, { ...expired, at: NOW }] }))).toEqual([
      'signoff.expired',
    ]);
  });

  it('the latest is the one that was signed last, by whichever role', () => {
    const two = { ...both, required: ['owner' as const, 'security' as const] };
    const expired = { expiresAt: NOW };
    const pair = (review: string, ownerAt: number, securityAt: number): SignOffFacts[] => [
      { ...SIGN_OFF, ...expired, review, at: ownerAt },
      { ...SIGN_OFF, ...expired, review, at: securityAt, role: 'security', by: sam.email },
    ];
    const { at } = SIGN_OFF;
    const signOffs = [...pair('review-1', at - 2, at - 1), ...pair('review-0', at - 3, at)];
    expect(signOffStanding({ ...two, signOffs }).review).toBe(other);
  });

  it('the better of two in one role on one review is told', () => {
    const again = [{ ...SIGN_OFF, revokedAt: NOW }, SIGN_OFF];
    expect(signOffStanding({ ...QUESTION, signOffs: again }).state).toBe('valid');
    expect(signOffStanding({ ...QUESTION, signOffs: again.toReversed() }).state).toBe('valid');
  });
});

describe('whatever the facts', () => {
  const mostly = <T, U>(usual: T, odd: U) => fc.constantFrom(usual, usual, usual, usual, usual, odd);
  const anySignOff = fc.record({
    review: fc.constantFrom('review-1', 'review-2'),
    role: fc.constantFrom('owner' as const, 'security' as const),
    by: fc.constantFrom(anna.email, sam.email),
    at: fc.integer({ min: NOW - 20 * DAY, max: NOW + DAY }),
    expiresAt: fc.integer({ min: NOW - DAY, max: NOW + 60 * DAY }),
    materialDigest: mostly('sha256:m1', 'sha256:m2'),
    environment: mostly('production', 'staging'),
    checklistId: fc.constant('default'),
    checklistVersion: mostly(3, 2),
    term: mostly('term-1', 'term-2'),
    team: fc.constant('payments'),
    revokedAt: mostly(null, NOW),
  });
  const anyQuestion = fc.record({
    // A review holds one signature for each role.
    signOffs: fc.uniqueArray(anySignOff, { selector: ({ review, role }) => `${review} ${role}` }),
    required: fc.constantFrom(['owner' as const], ['owner' as const, 'security' as const]),
    isOpen: fc.boolean(),
  });

  it('counts exactly when one approved review carries a faultless sign-off of every role by different people', () => {
    fc.assert(
      fc.property(anyQuestion, ({ signOffs, required, isOpen }) => {
        const reviews = [APPROVED, { ...OPEN, state: isOpen ? ('open' as const) : ('approved' as const) }];
        const standing = signOffStanding({ ...QUESTION, required, reviews, signOffs });
        const fine = signOffs.filter(
          (one) =>
            one.environment === 'production' &&
            one.materialDigest === 'sha256:m1' &&
            one.term === 'term-1' &&
            one.checklistVersion === 3 &&
            one.revokedAt === null &&
            one.at <= NOW &&
            one.expiresAt > NOW &&
            reviews.some(
              (review) =>
                review.id === one.review && review.state === 'approved' && one.at >= review.openedAt,
            ),
        );
        const expected = fine.some(
          (one) =>
            one.role === 'owner' &&
            (required.length === 1 ||
              fine.some((two) => two.role === 'security' && two.review === one.review && two.by !== one.by)),
        );
        expect(counts(standing)).toBe(expected);
        expect(standing.missingRoles.length === 0).toBe(expected);
        expect(standing.validUntil !== null).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  });

  it('is missing for an API that nobody ever signed', () => {
    expect(signOffStanding({ ...QUESTION, reviews: API.reviews, signOffs: [] }).state).toBe('missing');
  });
});
