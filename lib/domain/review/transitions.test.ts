import { describe, expect, it } from 'vitest';
import { REVIEW_STATES, type ReviewState } from '../words.ts';
import { REVIEW_ACTIONS } from './dto.ts';
import { isLive, nextState, refuseStep, stateAfterApproval } from './transitions.ts';

// Columns: submit, approve, request-changes, reject, withdraw, answer, comment; `-` is refused.
const EXPECTED = {
  draft: 'open - - - withdrawn draft draft',
  open: '- approved changes-requested rejected withdrawn open open',
  'changes-requested': 'open - - - withdrawn changes-requested changes-requested',
  approved: '- - - - - - approved',
  rejected: '- - - - - - rejected',
  withdrawn: '- - - - - - withdrawn',
} satisfies Record<ReviewState, string>;

const steps = REVIEW_STATES.flatMap((state) =>
  REVIEW_ACTIONS.map((action, column) => ({ state, action, next: EXPECTED[state].split(' ')[column] })),
);

describe('the steps of a review', () => {
  it('has a case for every state and action', () => expect(steps).toHaveLength(42));

  it.each(steps)('$action from $state: $next', ({ state, action, next }) => {
    const refusal = expect.objectContaining({ code: 'review.state', kind: 'conflict' });
    expect(nextState(state, action)).toEqual(next === '-' ? refusal : next);
    expect(refuseStep(state, action)).toEqual(next === '-' ? refusal : null);
  });
});

// What one step, whichever, can make of each state, itself included.
const REACHABLE = {
  draft: ['draft', 'open', 'withdrawn'],
  open: ['open', 'changes-requested', 'approved', 'rejected', 'withdrawn'],
  'changes-requested': ['open', 'changes-requested', 'withdrawn'],
  approved: ['approved'],
  rejected: ['rejected'],
  withdrawn: ['withdrawn'],
} satisfies Record<ReviewState, ReviewState[]>;

const pairs = REVIEW_STATES.flatMap((from) => REVIEW_STATES.map((to) => ({ from, to })));

describe('every pair of states', () => {
  it.each(pairs)('$from to $to', ({ from, to }) => {
    const isReached = REVIEW_ACTIONS.some((action) => nextState(from, action) === to);
    expect(isReached).toBe(REACHABLE[from].some((state) => state === to));
  });
});

describe('the state after an approval', () => {
  it('is approved only when every required role has signed', () => {
    expect(stateAfterApproval(['owner'], ['owner'])).toBe('approved');
    expect(stateAfterApproval(['owner', 'security'], ['owner'])).toBe('open');
    expect(stateAfterApproval(['owner', 'security'], ['security'])).toBe('open');
    expect(stateAfterApproval(['owner', 'security'], ['security', 'owner'])).toBe('approved');
    expect(stateAfterApproval(['owner'], [])).toBe('open');
  });
});

describe('a live review', () => {
  it('is neither decided nor withdrawn', () => {
    expect(REVIEW_STATES.filter(isLive)).toEqual(['draft', 'open', 'changes-requested']);
  });
});
