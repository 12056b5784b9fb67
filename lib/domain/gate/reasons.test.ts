import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import type { Decision } from './facts.ts';
import { REASON_CODES, type ReasonCode } from './reason-codes.ts';
import { ALLOWED } from './testing/example.ts';
import { PAIRS, situation } from './testing/situations.ts';

const codesOf = ({ reasons }: Decision) => reasons.map(({ code }) => code);

// What the example says in full when it is changed in one way.
const ALONE = {
  'api.unknown': ['api.unknown'],
  'environment.unknown': ['environment.unknown'],
  'revision.unknown': ['revision.unknown'],
  'revision.none': ['revision.none', 'signoff.material-change'],
  'scan.pending': ['scan.pending'],
  'owner.none': ['owner.none', 'signoff.owner-changed'],
  'owner.offered': ['owner.offered', 'signoff.owner-changed'],
  'owner.nobody-eligible': ['owner.nobody-eligible'],
  'owner.attestation-expired': ['owner.attestation-expired'],
  'review.none': ['review.none'],
  'review.open': ['review.open'],
  'review.changes-requested': ['review.changes-requested'],
  'review.rejected': ['review.rejected'],
  'signoff.missing-role': ['signoff.missing-role'],
  'signoff.expired': ['signoff.expired'],
  'signoff.material-change': ['signoff.material-change'],
  'signoff.owner-changed': ['signoff.owner-changed'],
  'signoff.checklist-changed': ['signoff.checklist-changed'],
  'signoff.revoked': ['signoff.revoked'],
  'findings.blocking': ['findings.blocking'],
  'checklist.unmet': ['checklist.unmet'],
  'environment.frozen': ['environment.frozen'],
  'lifecycle.retired': ['lifecycle.retired'],
  // Neither speaks without something that blocks.
  'emergency.active': [],
  shadow: [],
} satisfies Record<ReasonCode, ReasonCode[]>;

describe('each reason alone', () => {
  it.each(REASON_CODES)('%s', (code) => {
    expect(codesOf(decide(situation(ALLOWED, code)))).toEqual(ALONE[code]);
  });
});

// Reasons that leave no room for others. Everything else is told side by side.
const UNKNOWN: ReasonCode[] = ['api.unknown', 'environment.unknown', 'revision.unknown'];
const NO_OWNER: ReasonCode[] = ['owner.none', 'owner.offered'];
const NO_DESCRIPTION: ReasonCode[] = ['revision.none'];
const WRONG_SIGN_OFF: ReasonCode[] = [
  'signoff.missing-role',
  'signoff.expired',
  'signoff.material-change',
  'signoff.owner-changed',
  'signoff.checklist-changed',
  'signoff.revoked',
];
const REPLACING: ReasonCode[] = ['review.open'];

/** For each reason those beside which it is not told: the one makes the other senseless, or says the same better. */
const HIDDEN_BY = {
  // A question about something unknown is not judged any further.
  'api.unknown': [],
  'environment.unknown': [],
  'revision.unknown': ['api.unknown'],
  'environment.frozen': UNKNOWN,
  'lifecycle.retired': UNKNOWN,
  'revision.none': UNKNOWN,
  // Without a description there is nothing to scan, and no review can be about it.
  'scan.pending': [...UNKNOWN, ...NO_DESCRIPTION],
  'findings.blocking': [...UNKNOWN, ...NO_DESCRIPTION],
  // No team is worse than a team that does nothing; the example makes an API without any team last.
  'owner.none': UNKNOWN,
  'owner.offered': [...UNKNOWN, 'owner.none'],
  'owner.nobody-eligible': [...UNKNOWN, ...NO_OWNER],
  'owner.attestation-expired': [...UNKNOWN, ...NO_OWNER],
  // Only the review that was submitted last speaks, and `none` only where nothing was ever signed.
  'review.none': [
    ...UNKNOWN,
    'review.open',
    'review.changes-requested',
    'review.rejected',
    ...WRONG_SIGN_OFF,
  ],
  'review.open': [...UNKNOWN, ...NO_DESCRIPTION, 'review.changes-requested', 'review.rejected'],
  'review.changes-requested': [...UNKNOWN, ...NO_DESCRIPTION, 'review.rejected'],
  'review.rejected': [...UNKNOWN, ...NO_DESCRIPTION],
  // An open review replaces what was signed before, so that only its people are missing.
  'signoff.missing-role': UNKNOWN,
  'signoff.expired': [...UNKNOWN, ...REPLACING],
  'signoff.material-change': [...UNKNOWN, ...REPLACING],
  'signoff.owner-changed': [...UNKNOWN, ...REPLACING],
  'signoff.checklist-changed': [...UNKNOWN, ...REPLACING],
  'signoff.revoked': [...UNKNOWN, ...REPLACING],
  // Answers are judged of the review that counts or waits; with another to come they will be given anew.
  'checklist.unmet': [
    ...UNKNOWN,
    ...NO_OWNER,
    ...NO_DESCRIPTION,
    'review.none',
    'review.changes-requested',
    'review.rejected',
    ...WRONG_SIGN_OFF,
  ],
  // Emergency access never covers these, and is no reason where it has no effect.
  'emergency.active': [...UNKNOWN, 'revision.none', 'lifecycle.retired', 'shadow'],
  // Told where it makes a difference: when the outcome is not `allowed`, and not where what is unknown is stopped anyway.
  shadow: [...UNKNOWN, 'emergency.active'],
} satisfies Record<ReasonCode, ReasonCode[]>;

const isHidden = (code: ReasonCode, beside: ReasonCode): boolean =>
  HIDDEN_BY[code].some((other) => other === beside);

function outcomeOf(codes: ReasonCode[]): Decision['outcome'] {
  if (codes.some((code) => UNKNOWN.includes(code))) return 'invalid';
  if (codes.includes('emergency.active') || codes.length === 0) return 'allowed';
  const rest = codes.filter((code) => !['review.open', 'signoff.missing-role', 'shadow'].includes(code));
  return codes.includes('review.open') && rest.length === 0 ? 'awaiting' : 'prevented';
}

describe('every pair of reasons', () => {
  it('is looked at', () => expect(PAIRS).toHaveLength((25 * 24) / 2));

  it.each(PAIRS)('%s and %s', (one, other) => {
    const decision = decide(situation(ALLOWED, one, other));
    const codes = codesOf(decision);
    expect(codes.includes(one)).toBe(!isHidden(one, other));
    expect(codes.includes(other)).toBe(!isHidden(other, one));
    expect(new Set(codes).size).toBe(codes.length);
    expect(decision.outcome).toBe(outcomeOf(codes));
  });
});

describe('the text of a reason', () => {
  const all = PAIRS.flatMap((pair) => decide(situation(ALLOWED, ...pair)).reasons);

  it('covers every reason there is', () => {
    expect(new Set(all.map(({ code }) => code))).toEqual(new Set(REASON_CODES));
  });

  it('is plain sentences without a gap', () => {
    for (const { message } of all) {
      expect(message).toMatch(/^[A-Z\d“].+[.]$/u);
      expect(message).not.toMatch(/undefined|null|NaN|Infinity|\[object| {2}|!/u);
    }
  });

  it('names each person who can unblock it once, by e-mail, and a page of the portal', () => {
    for (const { unblockers, path } of all) {
      expect(new Set(unblockers).size).toBe(unblockers.length);
      for (const email of unblockers) expect(email).toContain('@');
      expect(path).toMatch(/^\/(apis|reviews|settings\/environments)(\/[\w-]+){0,2}$/u);
    }
  });
});
