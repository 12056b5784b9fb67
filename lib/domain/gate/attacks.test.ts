import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import type { Attempt, Entry, Name } from './model/history.ts';
import { attemptIn } from './model/steps.ts';
import { factsOf, newWorld, reviewFacts, type World } from './model/world.ts';
import { mayApprove } from '../review/approve.ts';

type Try = Attempt extends infer One ? (One extends Attempt ? Omit<One, 'at' | 'by'> : never) : never;

/** Tries one thing after the other in a world of its own; nothing is let through but by the rules. */
function stage() {
  const world: World = newWorld();
  const attempt = (by: Name, what: Try): Entry | null =>
    attemptIn(world, Object.assign({}, what, { at: world.now + 1, by }) as Attempt);
  const must = (by: Name, what: Try) => {
    if (!attempt(by, what)) throw new Error(`${what.kind} by ${by} was refused`);
  };
  const outcome = () => decide(factsOf(world, 'production')).outcome;
  const codes = () => decide(factsOf(world, 'production')).reasons.map(({ code }) => code);
  const whyNot = (by: Name, review: string): string => {
    const may = mayApprove(reviewFacts(world, world.reviews.get(review)!, by));
    return 'role' in may ? may.role : may.code;
  };
  return { world, attempt, must, outcome, codes, whyNot };
}

/** Loans (Cat approves, below Retail) owns the API; Dan has described it and opened a review. */
function opened() {
  const on = stage();
  on.must('dan', { kind: 'offer', team: 'loans' });
  on.must('bob', { kind: 'accept' });
  on.must('dan', { kind: 'upload', material: 'm0' });
  on.must('dan', { kind: 'request', review: 'first', environment: 'production' });
  answerAndSubmit(on, 'dan', 'first');
  return on;
}

function answerAndSubmit({ must }: ReturnType<typeof stage>, by: Name, review: string) {
  must(by, { kind: 'answer', review, item: 'auth', value: 'yes' });
  must(by, { kind: 'answer', review, item: 'limits', value: 'yes' });
  must(by, { kind: 'submit', review });
}

function signed() {
  const on = opened();
  on.must('cat', { kind: 'approve', review: 'first' });
  expect(on.outcome()).toBe('allowed');
  return on;
}

describe('taking an API over to approve it', () => {
  it('voids the open review: become owner, approve, hand back does not work', () => {
    const on = opened();
    // Ann manages the company and so both teams; Cat manages Cards.
    on.must('ann', { kind: 'offer', team: 'cards' });
    expect(on.whyNot('cat', 'first')).toBe('review.owner-changed');
    expect(on.attempt('cat', { kind: 'approve', review: 'first' })).toBeNull();
    on.must('ann', { kind: 'offer', team: 'loans' });
    expect(on.whyNot('cat', 'first')).toBe('review.owner-changed');
    expect(on.outcome()).toBe('prevented');
    expect(on.codes()).toEqual(['review.none']);
  });

  it('gives a sign-off that is lost with the hand-back', () => {
    const on = opened();
    on.must('ann', { kind: 'offer', team: 'cards' });
    on.must('ann', { kind: 'request', review: 'second', environment: 'production' });
    answerAndSubmit(on, 'ann', 'second');
    on.must('cat', { kind: 'approve', review: 'second' });
    expect(on.outcome()).toBe('allowed');
    on.must('cat', { kind: 'offer', team: 'loans' });
    expect(on.outcome()).toBe('allowed');
    on.must('bob', { kind: 'accept' });
    expect(on.outcome()).toBe('prevented');
    expect(on.codes()).toEqual(['signoff.owner-changed']);
  });

  it('cannot be done by a team that only wants it', () => {
    const on = opened();
    expect(on.attempt('cat', { kind: 'offer', team: 'cards' })).toBeNull();
    expect(on.attempt('cat', { kind: 'accept' })).toBeNull();
    expect(on.outcome()).toBe('awaiting');
  });
});

describe('A to B and back to A', () => {
  it('loses the sign-off although the same team owns the same description again', () => {
    const on = signed();
    on.must('ann', { kind: 'offer', team: 'cards' });
    expect(on.codes()).toEqual(['signoff.owner-changed']);
    on.must('ann', { kind: 'offer', team: 'loans' });
    expect(on.world.owner?.team).toBe('loans');
    expect(on.codes()).toEqual(['signoff.owner-changed']);
    expect(on.outcome()).toBe('prevented');
  });
});

describe('who had a hand in a review', () => {
  it('requested it, and cannot sign it', () => {
    const on = stage();
    on.must('dan', { kind: 'offer', team: 'loans' });
    on.must('bob', { kind: 'accept' });
    on.must('dan', { kind: 'upload', material: 'm0' });
    on.must('cat', { kind: 'request', review: 'own', environment: 'production' });
    answerAndSubmit(on, 'dan', 'own');
    expect(on.whyNot('cat', 'own')).toBe('approver.requester');
    expect(on.attempt('cat', { kind: 'approve', review: 'own' })).toBeNull();
  });

  it('uploaded the description, or one of the same material, and cannot sign it', () => {
    const on = opened();
    on.must('cat', { kind: 'upload', material: 'm0' });
    expect(on.whyNot('cat', 'first')).toBe('approver.uploader');
    expect(on.attempt('cat', { kind: 'approve', review: 'first' })).toBeNull();
  });

  it('answered an item last, and cannot sign it until somebody else has answered that anew', () => {
    const on = opened();
    on.must('cat', { kind: 'answer', review: 'first', item: 'auth', value: 'yes' });
    expect(on.whyNot('cat', 'first')).toBe('approver.answered');
    expect(on.attempt('cat', { kind: 'approve', review: 'first' })).toBeNull();
    on.must('dan', { kind: 'answer', review: 'first', item: 'auth', value: 'yes' });
    expect(on.whyNot('cat', 'first')).toBe('owner');
    on.must('cat', { kind: 'approve', review: 'first' });
  });
});

describe('who has left', () => {
  it('the team cannot sign any more, and the parent team is asked', () => {
    const on = opened();
    expect(on.whyNot('cat', 'first')).toBe('owner');
    expect(on.whyNot('bob', 'first')).toBe('approver.not-owner');
    on.must('bob', { kind: 'join', team: 'loans', person: 'cat', role: null });
    expect(on.whyNot('cat', 'first')).toBe('approver.not-owner');
    expect(on.whyNot('bob', 'first')).toBe('owner');
  });

  it('the organisation is not counted, and what they signed before still is', () => {
    const on = opened();
    on.must('eve', { kind: 'activate', person: 'cat', on: false });
    expect(on.attempt('cat', { kind: 'approve', review: 'first' })).toBeNull();
    on.must('bob', { kind: 'approve', review: 'first' });
    on.must('eve', { kind: 'activate', person: 'bob', on: false });
    expect(on.outcome()).toBe('allowed');
  });
});

describe('changing what was signed', () => {
  it('loses the sign-off with other material and has it again with the old', () => {
    const on = signed();
    on.must('dan', { kind: 'upload', material: 'm1' });
    expect(on.codes()).toEqual(['signoff.material-change']);
    on.must('dan', { kind: 'upload', material: 'm0' });
    expect(on.outcome()).toBe('allowed');
  });

  it('cannot slip other answers under a first signature', () => {
    const on = opened();
    on.must('dan', { kind: 'classify', high: true });
    on.must('cat', { kind: 'approve', review: 'first' });
    expect(on.outcome()).toBe('awaiting');
    expect(on.attempt('dan', { kind: 'answer', review: 'first', item: 'auth', value: 'no' })).toBeNull();
    on.must('sue', { kind: 'request-changes', review: 'first' });
    on.must('dan', { kind: 'answer', review: 'first', item: 'auth', value: 'yes' });
    on.must('dan', { kind: 'submit', review: 'first' });
    on.must('sue', { kind: 'approve', review: 'first' });
    expect(on.outcome()).toBe('awaiting');
    on.must('cat', { kind: 'approve', review: 'first' });
    expect(on.outcome()).toBe('allowed');
  });

  it('cannot lower the tier under an open review to be done with one signature', () => {
    const on = opened();
    on.must('dan', { kind: 'classify', high: true });
    on.must('sue', { kind: 'approve', review: 'first' });
    on.must('dan', { kind: 'classify', high: false });
    expect(on.outcome()).toBe('awaiting');
  });
});
