import { describe, expect, it } from 'vitest';
import { DAY } from '../../policy/periods.ts';
import { decide } from '../decide.ts';
import type { GateFacts } from '../facts.ts';
import {
  alex,
  ALLOWED,
  anna,
  APPROVED,
  CHAIN,
  dev,
  HIGH,
  mona,
  NOW,
  OPEN,
  OWNER,
  paul,
  person,
  sam,
  unsigned,
  withApi,
  withOwner,
} from '../testing/example.ts';
import { emailsOf, reasonOf } from '../testing/reason-of.ts';

const waiting = unsigned(ALLOWED, OPEN);
const waitingForTwo = withApi(waiting, HIGH);
const half = withApi(waitingForTwo, {
  reviews: [{ ...OPEN, approvals: [{ role: 'owner', by: anna.email, at: OPEN.openedAt }] }],
});

describe('an open review', () => {
  it('names who can sign, without those who had a hand in it', () => {
    expect(reasonOf(waiting, 'review.open')).toEqual({
      code: 'review.open',
      message: 'Waits for the sign-off of Anna Example, Alex Example or Mona Example (team Payments).',
      unblockers: emailsOf(anna, alex, mona),
      path: '/reviews/review-2',
    });
    const answered = unsigned(ALLOWED, { ...OPEN, answeredBy: [anna.email], requestedBy: mona.email });
    expect(reasonOf(answered, 'review.open')).toMatchObject({
      message: 'Waits for the sign-off of Alex Example (team Payments).',
      unblockers: emailsOf(alex),
    });
  });

  it('names the parent team when the owning team has nobody left', () => {
    const involved = unsigned(ALLOWED, { ...OPEN, answeredBy: emailsOf(anna, alex, mona) });
    expect(reasonOf(involved, 'review.open')).toMatchObject({
      message: 'Waits for the sign-off of Paul Example (team Company).',
      unblockers: emailsOf(paul),
    });
  });

  it('names both sides at a high tier', () => {
    expect(reasonOf(waitingForTwo, 'review.open')).toMatchObject({
      message:
        'Waits for the sign-off of Anna Example, Alex Example or Mona Example (team Payments) and Sam Example (security).',
      unblockers: emailsOf(anna, alex, mona, sam),
    });
    expect(decide(waitingForTwo).reasons).toHaveLength(1);
  });

  it('tells what is still missing once it is signed in part', () => {
    expect(decide(half).outcome).toBe('awaiting');
    expect(
      decide(half).reasons.map(({ code, message, unblockers }) => ({ code, message, unblockers })),
    ).toEqual([
      {
        code: 'review.open',
        message: 'Waits for the sign-off of Sam Example (security).',
        unblockers: emailsOf(sam),
      },
      {
        code: 'signoff.missing-role',
        message: 'The security sign-off is missing: Sam Example (security) can give it.',
        unblockers: emailsOf(sam),
      },
    ]);
  });

  it('says so when security has nobody who could sign', () => {
    const noSecurity = { ...half, security: [] };
    expect(reasonOf(noSecurity, 'review.open').message).toBe(
      'Waits for the sign-off of somebody from security.',
    );
    expect(reasonOf(noSecurity, 'review.open').unblockers).toEqual([]);
  });

  it('is not waiting when everybody on the way up had a hand in it', () => {
    const facts = unsigned(ALLOWED, { ...OPEN, answeredBy: emailsOf(anna, alex, mona, paul) });
    expect(decide(facts).outcome).toBe('prevented');
    expect(reasonOf(facts, 'owner.nobody-eligible')).toEqual({
      code: 'owner.nobody-eligible',
      message: 'Everybody in team Payments and above it who could sign had a hand in this review.',
      unblockers: emailsOf(mona),
      path: '/reviews/review-2',
    });
    expect(reasonOf(facts, 'review.open').message).toBe(
      'Waits for the sign-off of an owner who did not take part in it.',
    );
  });

  it('is waiting for security alone when the owners who are left have signed', () => {
    const signed = { role: 'owner' as const, by: anna.email, at: OPEN.openedAt };
    const involved = emailsOf(alex, mona, paul);
    const facts = withApi(waitingForTwo, {
      reviews: [{ ...OPEN, answeredBy: involved, approvals: [signed] }],
    });
    expect(decide(facts).outcome).toBe('awaiting');
  });

  it('is not about another description, environment or term, and then nobody has requested one', () => {
    for (const other of [{ materialDigest: 'sha256:m2' }, { environment: 'staging' }]) {
      expect(reasonOf(unsigned(ALLOWED, { ...OPEN, ...other }), 'review.none').message).toBe(
        'Nobody has requested a review for Production.',
      );
    }
    expect(reasonOf(unsigned(ALLOWED, { ...OPEN, term: 'term-0' }), 'review.none').message).toBe(
      'The API changed hands after this review was requested, so it is void. Request a new one.',
    );
  });

  it('does not count once it is overtaken', () => {
    const newest = { materialDigest: 'sha256:m2', uploadedAt: NOW };
    const older = withApi(waiting, { newestRevision: newest });
    expect(decide(older)).toMatchObject({ outcome: 'prevented' });
    expect(reasonOf(older, 'review.none').message).toMatch(
      /^A description with material changes was uploaded/u,
    );
    const onPurpose = withApi(waiting, {
      newestRevision: { ...newest, uploadedAt: OPEN.openedAt - 10 * DAY },
    });
    expect(decide(onPurpose).outcome).toBe('awaiting');
    expect(decide({ ...waiting, checklist: { id: 'default', version: 4 } }).outcome).toBe('prevented');
  });

  it('waits although its own time is not known', () => {
    const { createdAt: _, checklist: __, ...bare } = OPEN;
    expect(decide(unsigned(ALLOWED, bare)).outcome).toBe('awaiting');
  });
});

describe('a review that is not open', () => {
  it('is none while it is a draft, and names who prepares it', () => {
    expect(reasonOf(unsigned(ALLOWED, { ...OPEN, state: 'draft' }), 'review.none')).toEqual({
      code: 'review.none',
      message: 'A review for Production is being prepared by dev@example.test and not yet submitted.',
      unblockers: [dev.email],
      path: '/reviews/review-2',
    });
  });

  it('is none when nobody asked: the owning team can', () => {
    expect(reasonOf(unsigned(ALLOWED), 'review.none')).toEqual({
      code: 'review.none',
      message: 'Nobody has requested a review for Production.',
      unblockers: emailsOf(anna, alex, mona),
      path: '/apis/ledger',
    });
    expect(decide(unsigned(ALLOWED, { ...OPEN, state: 'withdrawn' })).reasons).toMatchObject([
      { code: 'review.none' },
    ]);
  });

  it('waits for its requester after changes were asked for', () => {
    const facts = unsigned(ALLOWED, { ...OPEN, state: 'changes-requested', requestedBy: anna.email });
    expect(reasonOf(facts, 'review.changes-requested')).toMatchObject({
      message: 'Changes were asked for: Anna Example must see to them and submit the review again.',
      unblockers: [anna.email],
      path: '/reviews/review-2',
    });
  });

  it('stays rejected until a new one is submitted', () => {
    const rejected = { ...OPEN, id: 'review-1', state: 'rejected' as const, openedAt: OPEN.openedAt - DAY };
    expect(reasonOf(unsigned(ALLOWED, rejected), 'review.rejected').message).toBe(
      'The review that dev@example.test requested was rejected. Mend what was found and request a new one.',
    );
    const draft = { ...OPEN, state: 'draft' as const };
    expect(decide(unsigned(ALLOWED, rejected, draft)).reasons).toMatchObject([{ code: 'review.rejected' }]);
    expect(decide(unsigned(ALLOWED, rejected, OPEN)).reasons).toMatchObject([{ code: 'review.open' }]);
    expect(decide(unsigned(ALLOWED, OPEN, { ...rejected, openedAt: NOW })).reasons).toMatchObject([
      { code: 'review.rejected' },
    ]);
  });

  it('is forgotten when it was about another description or another owner', () => {
    const rejected = { ...OPEN, state: 'rejected' as const };
    const codes = (facts: GateFacts) => decide(facts).reasons.map(({ code }) => code);
    expect(codes(unsigned(ALLOWED, { ...rejected, materialDigest: 'sha256:m0' }))).toEqual(['review.none']);
    expect(codes(unsigned(ALLOWED, { ...rejected, term: 'term-0' }))).toEqual(['review.none']);
  });

  it('says nothing while an earlier sign-off counts', () => {
    for (const state of ['draft', 'open', 'changes-requested', 'rejected', 'withdrawn'] as const) {
      expect(decide(withApi(ALLOWED, { reviews: [APPROVED, { ...OPEN, state }] })).reasons).toEqual([]);
    }
  });
});

describe('people', () => {
  it('of a long list are counted', () => {
    const approvers = ['Ada', 'Ben', 'Cem', 'Dag', 'Eva'].map(person);
    const chain = [{ ...CHAIN[0]!, approvers, managers: [] }];
    const facts = withOwner(waiting, { ...OWNER, chain });
    expect(reasonOf(facts, 'review.open').message).toBe(
      'Waits for the sign-off of Ada Example, Ben Example, Cem Example or 2 others (team Payments).',
    );
    expect(reasonOf(facts, 'review.open').unblockers).toHaveLength(5);
  });
});
