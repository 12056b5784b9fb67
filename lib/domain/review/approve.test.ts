import { describe, expect, it } from 'vitest';
import { alex, anna, CHAIN, dev, mona, OPEN, OWNER, paul, person, sam } from '../gate/testing/example.ts';
import { OPERATOR, serviceAccount, someone } from '../gate/testing/standings.ts';
import { DAY } from '../policy/periods.ts';
import { REVIEW_STATES } from '../words.ts';
import { mayApprove, mayJudge } from './approve.ts';
import { alexApprover, samSecurity, WAITING, WAITING_FOR_TWO, withReview } from './testing/waiting.ts';

const code = (facts: typeof WAITING) => {
  const answer = mayApprove(facts);
  return 'role' in answer ? answer.role : answer.code;
};
const judgeCode = (facts: typeof WAITING) => mayJudge(facts)?.code ?? null;
const as = (facts: typeof WAITING, name: string) => ({ ...facts, actor: someone(name) });

describe('four eyes', () => {
  it('lets an approver sign who had no hand in the review', () => expect(code(WAITING)).toBe('owner'));

  it.each([
    ['requester', { requestedBy: anna.email }],
    ['uploader', { uploadedBy: [dev.email, anna.email] }],
    ['answered', { answeredBy: [anna.email] }],
  ])('the %s cannot sign, ask for changes or reject', (involvement, change) => {
    const facts = withReview(WAITING, change);
    expect(code(facts)).toBe(`approver.${involvement}`);
    expect(mayApprove(facts)).toMatchObject({ kind: 'forbidden' });
    expect(judgeCode(facts)).toBe(`approver.${involvement}`);
  });

  it('names the first of several involvements', () => {
    const everything = { requestedBy: anna.email, uploadedBy: [anna.email], answeredBy: [anna.email] };
    expect(code(withReview(WAITING, everything))).toBe('approver.requester');
    expect(code(withReview(WAITING, { ...everything, requestedBy: dev.email }))).toBe('approver.uploader');
  });

  it('tells the requester so even without any right to sign', () => {
    expect(code(as(WAITING, dev.email))).toBe('approver.requester');
  });

  it.each([
    ['requester', { requestedBy: sam.email }],
    ['uploader', { uploadedBy: [sam.email] }],
    ['answered', { answeredBy: [sam.email] }],
  ])('binds security too: %s', (involvement, change) => {
    expect(code(withReview({ ...WAITING_FOR_TWO, actor: samSecurity }, change))).toBe(
      `approver.${involvement}`,
    );
  });
});

describe('who may sign for the owner', () => {
  it('is an approver or manager of the owning team as of now', () => {
    expect(code(as(WAITING, alex.email))).toBe('owner');
    expect(code(as(WAITING, mona.email))).toBe('owner');
    expect(code(as(WAITING, 'nina@example.test'))).toBe('approver.not-owner');
    expect(code({ ...WAITING, actor: samSecurity })).toBe('approver.not-owner');
  });

  it('does not count a person who has left the team, whatever their session still says', () => {
    const [payments, company] = CHAIN;
    const chain = [{ ...payments!, approvers: [alex] }, company!];
    const facts = {
      ...WAITING,
      owner: { ...OWNER, chain },
      actor: someone(anna.email, { payments: 'approver' }),
    };
    expect(code(facts)).toBe('approver.not-owner');
    expect(judgeCode(facts)).toBe('approver.not-owner');
  });

  it('is not the parent team while the owning team has somebody', () => {
    expect(code(as(WAITING, paul.email))).toBe('approver.not-owner');
  });

  it('is the parent team once everybody in the owning team had a hand in it', () => {
    const facts = withReview(WAITING, { answeredBy: [anna.email, alex.email], uploadedBy: [mona.email] });
    expect(code(as(facts, paul.email))).toBe('owner');
    expect(mayApprove(as(facts, 'nina@example.test'))).toMatchObject({
      message: 'Only approvers and managers of Company can sign for the owner.',
    });
  });

  it('is nobody when the whole way up had a hand in it, and the answer says so', () => {
    const involved = [anna, alex, mona, paul].map(({ email }) => email);
    const facts = as(withReview(WAITING, { answeredBy: involved }), 'nina@example.test');
    expect(mayApprove(facts)).toEqual({
      code: 'approver.not-owner',
      kind: 'forbidden',
      message: 'Nobody in the owning team or above it is left to sign for the owner.',
    });
  });

  it('is nobody while a team was only offered the API, not for security either', () => {
    const owner = { ...OWNER, state: 'offered' as const, term: null };
    const facts = withReview({ ...WAITING, owner }, { term: '' });
    expect(mayApprove(facts)).toMatchObject({
      code: 'approver.not-owner',
      message: 'No team owns this API yet, so nobody can sign.',
    });
    const forTwo = withReview({ ...WAITING_FOR_TWO, owner }, { term: '' });
    expect(code({ ...forTwo, actor: samSecurity })).toBe('approver.not-owner');
    expect(judgeCode({ ...forTwo, actor: samSecurity })).toBe('approver.not-owner');
  });

  it('is no administrator by being one, no auditor, no service account and no operator', () => {
    expect(code({ ...WAITING, actor: someone('ada@example.test', {}, 'admin') })).toBe('approver.not-owner');
    expect(code({ ...WAITING, actor: someone(anna.email, { payments: 'approver' }, 'auditor') })).toBe(
      'approver.not-owner',
    );
    expect(code({ ...WAITING, actor: serviceAccount(anna.email, 'gate:read') })).toBe('approver.not-owner');
    expect(code({ ...WAITING, actor: { ...OPERATOR, name: anna.email } })).toBe('approver.not-owner');
  });
});

describe('the two sign-offs of a high tier', () => {
  const ownerSigned = { approvals: [{ role: 'owner' as const, by: anna.email, at: OPEN.openedAt + 1 }] };
  const securitySigned = { approvals: [{ role: 'security' as const, by: sam.email, at: OPEN.openedAt + 1 }] };
  const annaIsSecurity = { ...WAITING_FOR_TWO, security: [anna, sam] };

  it('are given in either order', () => {
    expect(code(WAITING_FOR_TWO)).toBe('owner');
    expect(code({ ...WAITING_FOR_TWO, actor: samSecurity })).toBe('security');
    expect(code({ ...withReview(WAITING_FOR_TWO, ownerSigned), actor: samSecurity })).toBe('security');
    expect(code(withReview(WAITING_FOR_TWO, securitySigned))).toBe('owner');
  });

  it('are refused to the wrong side with what is missing', () => {
    expect(code({ ...withReview(WAITING_FOR_TWO, ownerSigned), actor: alexApprover })).toBe(
      'approver.not-security',
    );
    expect(
      code({
        ...withReview(WAITING_FOR_TWO, securitySigned),
        actor: someone('ida@example.test', {}, 'security'),
      }),
    ).toBe('approver.not-owner');
    expect(mayApprove({ ...withReview(WAITING_FOR_TWO, ownerSigned), actor: alexApprover })).toMatchObject({
      message: 'Only security can give the sign-off that is missing.',
    });
  });

  it('are those of two people: who signed as owner cannot sign for security', () => {
    const facts = withReview(annaIsSecurity, ownerSigned);
    expect(mayApprove(facts)).toEqual({
      code: 'approver.not-security',
      kind: 'forbidden',
      message: 'You have signed this review already; the other sign-off must come from somebody else.',
    });
  });

  it('asks the owner first of somebody who may sign in both roles', () =>
    expect(code(annaIsSecurity)).toBe('owner'));

  it('asks the only security person for security, so that the review is no dead end', () => {
    const facts = { ...WAITING_FOR_TWO, security: [anna] };
    expect(code(facts)).toBe('security');
    const signed = withReview(facts, {
      approvals: [{ role: 'security', by: anna.email, at: OPEN.openedAt }],
    });
    expect(code({ ...signed, actor: alexApprover })).toBe('owner');
  });

  it('asks the parent team when the only owner has signed for security', () => {
    const chain = [{ ...CHAIN[0]!, managers: [], approvers: [anna] }, CHAIN[1]!];
    const facts = { ...WAITING_FOR_TWO, security: [anna], owner: { ...OWNER, chain } };
    expect(code(facts)).toBe('security');
    const signed = withReview(facts, {
      approvals: [{ role: 'security', by: anna.email, at: OPEN.openedAt }],
    });
    expect(code(as(signed, paul.email))).toBe('owner');
  });

  it('forgets what was signed before changes were asked for', () => {
    const before = { approvals: [{ role: 'owner' as const, by: anna.email, at: OPEN.openedAt - 1 }] };
    expect(code(withReview(WAITING_FOR_TWO, before))).toBe('owner');
    const atOnce = { approvals: [{ role: 'owner' as const, by: anna.email, at: OPEN.openedAt }] };
    expect(code(withReview(WAITING_FOR_TWO, atOnce))).toBe('approver.not-security');
  });

  it('refuses one signature more than is needed', () => {
    expect(mayApprove({ ...withReview(WAITING, ownerSigned), actor: alexApprover })).toMatchObject({
      code: 'review.state',
      kind: 'conflict',
    });
  });
});

describe('a review that nobody can sign', () => {
  it.each(REVIEW_STATES)('in state %s', (state) => {
    expect(code(withReview(WAITING, { state }))).toBe(state === 'open' ? 'owner' : 'review.state');
    expect(judgeCode(withReview(WAITING, { state }))).toBe(state === 'open' ? null : 'review.state');
  });

  it('was requested within another term', () => {
    expect(code(withReview(WAITING, { term: 'term-0' }))).toBe('review.owner-changed');
    expect(code(withReview(WAITING, { term: '' }))).toBe('review.owner-changed');
    expect(code({ ...WAITING, owner: { ...OWNER, state: 'none', term: null } })).toBe('review.owner-changed');
  });

  it('was overtaken by a description with other material', () => {
    const newest = { materialDigest: 'sha256:m2', uploadedAt: WAITING.review.createdAt + 1 };
    expect(code({ ...WAITING, newestRevision: newest })).toBe('review.superseded');
    expect(mayApprove({ ...WAITING, newestRevision: newest })).toMatchObject({ kind: 'conflict' });
  });

  it('was overtaken by a later review', () => {
    const later = { ...OPEN, id: 'review-3', createdAt: WAITING.review.createdAt + 1 };
    expect(code({ ...WAITING, reviews: [OPEN, later] })).toBe('review.superseded');
  });

  it('asks the questions of another checklist', () => {
    expect(code({ ...WAITING, checklist: { id: 'default', version: 4 } })).toBe('review.superseded');
  });

  it('has an open item', () => {
    const [item] = OPEN.items;
    const facts = withReview(WAITING, { items: [item!, { ...item!, key: 'limits', answer: null }] });
    expect(code(facts)).toBe('review.incomplete');
    expect(judgeCode(facts)).toBeNull();
  });

  it('says first what is wrong with the review, then with the person', () => {
    const facts = as(
      withReview(WAITING, { state: 'withdrawn', requestedBy: 'nina@example.test' }),
      'nina@example.test',
    );
    expect(code(facts)).toBe('review.state');
  });
});

describe('asking for changes and rejecting', () => {
  it('is for whoever could sign in a required role, given or not', () => {
    const signed = { approvals: [{ role: 'owner' as const, by: anna.email, at: OPEN.openedAt }] };
    expect(judgeCode(withReview(WAITING_FOR_TWO, signed))).toBeNull();
    expect(judgeCode({ ...withReview(WAITING_FOR_TWO, signed), actor: alexApprover })).toBeNull();
    expect(judgeCode({ ...WAITING_FOR_TWO, actor: samSecurity })).toBeNull();
  });

  it('is not for security where security does not sign, nor for anybody else', () => {
    expect(judgeCode({ ...WAITING, actor: samSecurity })).toBe('approver.not-owner');
    expect(judgeCode(as(WAITING, paul.email))).toBe('approver.not-owner');
    expect(judgeCode(as(WAITING, person('Nina').email))).toBe('approver.not-owner');
  });

  it('still works on a review that was overtaken, so that it can be ended', () => {
    const newest = { materialDigest: 'sha256:m2', uploadedAt: WAITING.review.createdAt + DAY };
    expect(judgeCode({ ...WAITING, newestRevision: newest })).toBeNull();
  });
});
