import { describe, expect, it } from 'vitest';
import { DAY } from '../policy/periods.ts';
import { decide } from './decide.ts';
import type { GateFacts, Reason } from './facts.ts';
import type { ReasonCode } from './reason-codes.ts';
import {
  alex,
  ALLOWED,
  anna,
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
} from './testing/example.ts';
import { APPROVED, SIGN_OFF, unsigned, withApi, withOwner, withRevision } from './testing/example.ts';
import { situation } from './testing/situations.ts';

const reason = (facts: GateFacts, code: ReasonCode): Reason => {
  const found = decide(facts).reasons.find((one) => one.code === code);
  if (!found)
    throw new Error(
      `${code} is not among ${decide(facts)
        .reasons.map((one) => one.code)
        .join(', ')}`,
    );
  return found;
};
const emails = (...people: { email: string }[]) => people.map(({ email }) => email);

const waiting = unsigned(ALLOWED, OPEN);
const waitingForTwo = withApi(waiting, HIGH);
const half = withApi(waitingForTwo, {
  reviews: [{ ...OPEN, approvals: [{ role: 'owner', by: anna.email, at: OPEN.openedAt }] }],
});

describe('an open review', () => {
  it('names who can sign, without those who had a hand in it', () => {
    expect(reason(waiting, 'review.open')).toEqual({
      code: 'review.open',
      message: 'Waits for the sign-off of Anna Example, Alex Example or Mona Example (team Payments).',
      unblockers: emails(anna, alex, mona),
      path: '/reviews/review-2',
    });
    const answered = unsigned(ALLOWED, { ...OPEN, answeredBy: [anna.email], requestedBy: mona.email });
    expect(reason(answered, 'review.open')).toMatchObject({
      message: 'Waits for the sign-off of Alex Example (team Payments).',
      unblockers: emails(alex),
    });
  });

  it('names the parent team when the owning team has nobody left', () => {
    const involved = unsigned(ALLOWED, { ...OPEN, answeredBy: emails(anna, alex, mona) });
    expect(reason(involved, 'review.open')).toMatchObject({
      message: 'Waits for the sign-off of Paul Example (team Company).',
      unblockers: emails(paul),
    });
  });

  it('names both sides at a high tier', () => {
    expect(reason(waitingForTwo, 'review.open')).toMatchObject({
      message:
        'Waits for the sign-off of Anna Example, Alex Example or Mona Example (team Payments) and Sam Example (security).',
      unblockers: emails(anna, alex, mona, sam),
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
        unblockers: emails(sam),
      },
      {
        code: 'signoff.missing-role',
        message: 'The security sign-off is missing: Sam Example (security) can give it.',
        unblockers: emails(sam),
      },
    ]);
  });

  it('says so when security has nobody who could sign', () => {
    const noSecurity = { ...half, security: [] };
    expect(reason(noSecurity, 'review.open').message).toBe(
      'Waits for the sign-off of somebody from security.',
    );
    expect(reason(noSecurity, 'review.open').unblockers).toEqual([]);
  });

  it('is not waiting when everybody on the way up had a hand in it', () => {
    const facts = unsigned(ALLOWED, { ...OPEN, answeredBy: emails(anna, alex, mona, paul) });
    expect(decide(facts).outcome).toBe('prevented');
    expect(reason(facts, 'owner.nobody-eligible')).toEqual({
      code: 'owner.nobody-eligible',
      message: 'Everybody in team Payments and above it who could sign had a hand in this review.',
      unblockers: emails(mona),
      path: '/reviews/review-2',
    });
    expect(reason(facts, 'review.open').message).toBe(
      'Waits for the sign-off of an owner who did not take part in it.',
    );
  });

  it('is waiting for security alone when the owners who are left have signed', () => {
    const signed = { role: 'owner' as const, by: anna.email, at: OPEN.openedAt };
    const involved = emails(alex, mona, paul);
    const facts = withApi(waitingForTwo, {
      reviews: [{ ...OPEN, answeredBy: involved, approvals: [signed] }],
    });
    expect(decide(facts).outcome).toBe('awaiting');
  });

  it('is not about another description, environment or term, and then nobody has requested one', () => {
    for (const other of [{ materialDigest: 'sha256:m2' }, { environment: 'staging' }]) {
      expect(reason(unsigned(ALLOWED, { ...OPEN, ...other }), 'review.none').message).toBe(
        'Nobody has requested a review for Production.',
      );
    }
    expect(reason(unsigned(ALLOWED, { ...OPEN, term: 'term-0' }), 'review.none').message).toBe(
      'The API changed hands after this review was requested, so it is void. Request a new one.',
    );
  });

  it('does not count once it is overtaken', () => {
    const newest = { materialDigest: 'sha256:m2', uploadedAt: NOW };
    const older = withApi(waiting, { newestRevision: newest });
    expect(decide(older)).toMatchObject({ outcome: 'prevented' });
    expect(reason(older, 'review.none').message).toMatch(
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
    expect(reason(unsigned(ALLOWED, { ...OPEN, state: 'draft' }), 'review.none')).toEqual({
      code: 'review.none',
      message: 'A review for Production is being prepared by dev@example.test and not yet submitted.',
      unblockers: [dev.email],
      path: '/reviews/review-2',
    });
  });

  it('is none when nobody asked: the owning team can', () => {
    expect(reason(unsigned(ALLOWED), 'review.none')).toEqual({
      code: 'review.none',
      message: 'Nobody has requested a review for Production.',
      unblockers: emails(anna, alex, mona),
      path: '/apis/ledger',
    });
    expect(decide(unsigned(ALLOWED, { ...OPEN, state: 'withdrawn' })).reasons).toMatchObject([
      { code: 'review.none' },
    ]);
  });

  it('waits for its requester after changes were asked for', () => {
    const facts = unsigned(ALLOWED, { ...OPEN, state: 'changes-requested', requestedBy: anna.email });
    expect(reason(facts, 'review.changes-requested')).toMatchObject({
      message: 'Changes were asked for: Anna Example must see to them and submit the review again.',
      unblockers: [anna.email],
      path: '/reviews/review-2',
    });
  });

  it('stays rejected until a new one is submitted', () => {
    const rejected = { ...OPEN, id: 'review-1', state: 'rejected' as const, openedAt: OPEN.openedAt - DAY };
    expect(reason(unsigned(ALLOWED, rejected), 'review.rejected').message).toBe(
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

describe('a sign-off that no longer counts', () => {
  it('says when it ran out', () => {
    expect(reason(situation(ALLOWED, 'signoff.expired'), 'signoff.expired')).toEqual({
      code: 'signoff.expired',
      message: 'The sign-off of Anna Example ran out 3 days ago. A new review is needed.',
      unblockers: emails(anna, alex, mona),
      path: '/apis/ledger',
    });
    const today = withApi(ALLOWED, { signOffs: [{ ...SIGN_OFF, expiresAt: NOW }] });
    expect(reason(today, 'signoff.expired').message).toMatch(/ran out today/u);
  });

  it('says what changed since', () => {
    const changed = situation(ALLOWED, 'signoff.material-change');
    expect(reason(changed, 'signoff.material-change').message).toBe(
      'The description changed since Anna Example signed it in what matters to security. A new review is needed.',
    );
    const places = withRevision(changed, {
      changedSinceSignOff: ['POST /loans was added', 'GET /loans lost its scope'],
    });
    expect(reason(places, 'signoff.material-change').message).toBe(
      'The description changed since Anna Example signed it: POST /loans was added; GET /loans lost its scope. A new review is needed.',
    );
  });

  it('says who signed before the change of hands', () => {
    expect(reason(situation(ALLOWED, 'signoff.owner-changed'), 'signoff.owner-changed').message).toBe(
      'The API changed hands after Anna Example signed it. A new review is needed.',
    );
  });

  it('says how the checklist changed', () => {
    expect(reason(situation(ALLOWED, 'signoff.checklist-changed'), 'signoff.checklist-changed').message).toBe(
      'The checklist changed from version 2 to version 3 after Anna Example signed. A new review is needed.',
    );
    const other = withApi(ALLOWED, { signOffs: [{ ...SIGN_OFF, checklistId: 'old' }] });
    expect(reason(other, 'signoff.checklist-changed').message).toMatch(/from another one to version 3/u);
  });

  it('says that it was revoked, and tells two signers in one sentence', () => {
    const revokedAt = NOW - DAY;
    const signOffs = [
      { ...SIGN_OFF, revokedAt },
      { ...SIGN_OFF, role: 'security' as const, by: sam.email, revokedAt },
    ];
    expect(reason(withApi(ALLOWED, { ...HIGH, signOffs }), 'signoff.revoked')).toMatchObject({
      message: 'The sign-off of Anna Example and Sam Example was revoked. A new review is needed.',
      unblockers: emails(anna, alex, mona, sam),
    });
  });

  it('says which role never signed, when the tier has risen', () => {
    expect(reason(situation(ALLOWED, 'signoff.missing-role'), 'signoff.missing-role')).toMatchObject({
      message: 'The security sign-off was never given. A new review is needed.',
      unblockers: emails(anna, alex, mona, sam),
    });
    expect(decide(situation(ALLOWED, 'signoff.missing-role')).outcome).toBe('prevented');
  });

  it('names somebody unknown by e-mail', () => {
    const facts = withApi(ALLOWED, {
      signOffs: [{ ...SIGN_OFF, by: 'gone@example.test', expiresAt: NOW - DAY }],
    });
    expect(reason(facts, 'signoff.expired').message).toMatch(
      /^The sign-off of gone@example\.test ran out 1 day ago/u,
    );
  });
});

describe('ownership', () => {
  it('has no owner and nobody to name', () => {
    expect(reason(situation(ALLOWED, 'owner.none'), 'owner.none')).toEqual({
      code: 'owner.none',
      message: 'No team owns Ledger. Offer it to the team that answers for it.',
      unblockers: [],
      path: '/apis/ledger/ownership',
    });
  });

  it('names who can accept an offer', () => {
    expect(reason(situation(ALLOWED, 'owner.offered'), 'owner.offered')).toEqual({
      code: 'owner.offered',
      message: 'Ledger is offered to team Payments and waits to be accepted by Mona Example.',
      unblockers: emails(mona),
      path: '/apis/ledger/ownership',
    });
    const unattested = withOwner(situation(ALLOWED, 'owner.attestation-expired'), {
      chain: [{ ...CHAIN[0]!, managers: [] }],
    });
    expect(reason(unattested, 'owner.attestation-expired').message).toMatch(/; a manager can confirm it/u);
    const noManager = withOwner(situation(ALLOWED, 'owner.offered'), { chain: [] });
    expect(reason(noManager, 'owner.offered').message).toMatch(/by a manager of that team\.$/u);
  });

  it('names who can confirm it', () => {
    expect(reason(situation(ALLOWED, 'owner.attestation-expired'), 'owner.attestation-expired')).toEqual({
      code: 'owner.attestation-expired',
      message:
        'The ownership of Ledger was not confirmed within 180 days; Mona Example can confirm it for team Payments.',
      unblockers: emails(mona),
      path: '/apis/ledger/ownership',
    });
  });

  it('blocks although it is signed when nobody is left, and names the managers who can add people', () => {
    expect(reason(situation(ALLOWED, 'owner.nobody-eligible'), 'owner.nobody-eligible')).toEqual({
      code: 'owner.nobody-eligible',
      message: 'Nobody in team Payments or in a team above it can sign for Ledger.',
      unblockers: [],
      path: '/apis/ledger/ownership',
    });
  });

  it('does not take the receiving team of an offer for the owner', () => {
    const facts = unsigned(situation(ALLOWED, 'owner.offered'), { ...OPEN, term: '' });
    const codes = decide(facts).reasons.map(({ code }) => code);
    expect(codes).toEqual(['owner.offered', 'review.open']);
    expect(reason(facts, 'review.open').unblockers).toEqual([]);
  });

  it('calls a team without a name by its slug', () => {
    const facts = withOwner(situation(ALLOWED, 'owner.nobody-eligible'), { teamName: null });
    expect(reason(facts, 'owner.nobody-eligible').message).toMatch(/team payments/u);
  });
});

describe('findings', () => {
  const finding = (id: string, severity: 'critical' | 'high' | 'medium' | 'low') => ({
    id,
    rule: id,
    title: `Finding ${id}`,
    severity,
    state: 'open' as const,
  });

  it('are counted and named worst first', () => {
    const findings = [finding('d', 'high'), finding('a', 'critical')];
    const facts = withRevision(withApi(ALLOWED, { criticality: 'high' }), { findings });
    expect(reason(facts, 'findings.blocking')).toEqual({
      code: 'findings.blocking',
      message: '2 open findings block an API of tier medium: “Finding a” (critical) and “Finding d” (high).',
      unblockers: emails(anna, alex, mona, sam),
      path: '/apis/ledger',
    });
    expect(reason(withRevision(ALLOWED, { findings }), 'findings.blocking').message).toBe(
      '1 open finding blocks an API of tier low: “Finding a” (critical).',
    );
  });

  it('beyond three are counted', () => {
    const findings = ['a', 'b', 'c', 'd', 'e'].map((id) => finding(id, 'critical'));
    expect(reason(withRevision(ALLOWED, { findings }), 'findings.blocking').message).toMatch(
      /“Finding c” \(critical\) and 2 others\.$/u,
    );
  });

  it('block in the severities of the tier only, and acknowledged ones too', () => {
    const blocks = (
      severity: 'critical' | 'high' | 'medium' | 'low',
      change: Parameters<typeof withApi>[1],
    ) => {
      const findings = [{ ...finding('a', severity), state: 'acknowledged' as const }];
      return decide(withRevision(withApi(ALLOWED, change), { findings })).reasons.some(
        ({ code }) => code === 'findings.blocking',
      );
    };
    const tiers = [{}, { criticality: 'high' }, HIGH, { ...HIGH, criticality: 'high' }] as const;
    const severities = ['critical', 'high', 'medium', 'low'] as const;
    expect(
      tiers.map((tier) => severities.map((severity) => (blocks(severity, tier) ? '+' : '.')).join('')),
    ).toEqual(['+...', '++..', '++..', '+++.']);
  });
});

describe('the checklist', () => {
  it('names the items that are not met', () => {
    expect(reason(situation(ALLOWED, 'checklist.unmet'), 'checklist.unmet')).toEqual({
      code: 'checklist.unmet',
      message:
        '1 checklist item is not met and not covered by an exception: “Is every operation authenticated?”.',
      unblockers: emails(anna, alex, mona, sam),
      path: '/reviews/review-1',
    });
  });

  it('is judged by the review that counts, not by a later one on its way', () => {
    const items = [{ key: 'auth', question: 'Is it safe?', answer: 'no' as const }];
    expect(decide(withApi(ALLOWED, { reviews: [APPROVED, { ...OPEN, items }] })).outcome).toBe('allowed');
    expect(decide(withApi(ALLOWED, { reviews: [{ ...APPROVED, items }, OPEN] })).outcome).toBe('prevented');
  });

  it('holds up an open review as well: more than people is missing', () => {
    const items = [
      { key: 'auth', question: 'Is it safe?', answer: 'no' as const },
      { key: 'log', question: 'Is it logged?', answer: null },
      { key: 'limit', question: 'Is it limited?', answer: 'not-applicable' as const },
    ];
    const facts = unsigned(ALLOWED, { ...OPEN, items });
    expect(decide(facts).outcome).toBe('prevented');
    expect(reason(facts, 'checklist.unmet').message).toBe(
      '2 checklist items are not met and not covered by an exception: “Is it safe?” and “Is it logged?”.',
    );
  });
});

describe('people', () => {
  it('of a long list are counted', () => {
    const approvers = ['Ada', 'Ben', 'Cem', 'Dag', 'Eva'].map(person);
    const chain = [{ ...CHAIN[0]!, approvers, managers: [] }];
    const facts = withOwner(waiting, { ...OWNER, chain });
    expect(reason(facts, 'review.open').message).toBe(
      'Waits for the sign-off of Ada Example, Ben Example, Cem Example or 2 others (team Payments).',
    );
    expect(reason(facts, 'review.open').unblockers).toHaveLength(5);
  });
});
