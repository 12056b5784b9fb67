import { describe, expect, it } from 'vitest';
import { canAnybodyApprove, wouldHaveBlocked, type PastDecision } from './preview.ts';
import { questionOf } from './question.ts';
import { ALLOWED, anna, CHAIN, HIGH, NOW, sam, withApi, withOwner } from './testing/example.ts';
import type { GateFacts } from './facts.ts';

const past = (
  api: string,
  outcome: PastDecision['outcome'],
  at: number,
  ...codes: PastDecision['reasons'][number]['code'][]
) => ({
  api,
  outcome,
  at: NOW + at,
  reasons: codes.map((code) => ({ code })),
});

describe('what an enforcing gate would have stopped', () => {
  it('is told by API, most stopped first, without what passed', () => {
    const decisions = [
      past('cards', 'awaiting', 3, 'review.open', 'shadow'),
      past('ledger', 'allowed', 1),
      past('cards', 'prevented', 1, 'review.none', 'shadow'),
      past('loans', 'prevented', 2, 'owner.none', 'review.none', 'shadow'),
      past('books', 'invalid', 2, 'revision.unknown'),
    ];
    expect(wouldHaveBlocked(decisions)).toEqual([
      { api: 'cards', decisions: 2, outcome: 'awaiting', codes: ['review.none', 'review.open'] },
      { api: 'books', decisions: 1, outcome: 'invalid', codes: ['revision.unknown'] },
      { api: 'loans', decisions: 1, outcome: 'prevented', codes: ['owner.none', 'review.none'] },
    ]);
  });

  it('is nothing when everything passed', () =>
    expect(wouldHaveBlocked([past('ledger', 'allowed', 1)])).toEqual([]));
});

describe('whether anybody could approve', () => {
  const can = (facts: GateFacts) => canAnybodyApprove(questionOf(facts)!);
  const only = (...approvers: (typeof anna)[]) => [{ ...CHAIN[0]!, managers: [], approvers }];

  it('needs an owner with somebody in the team or above it', () => {
    expect(can(ALLOWED)).toBe(true);
    expect(can(withOwner(ALLOWED, { chain: CHAIN.slice(1) }))).toBe(true);
    expect(can(withOwner(ALLOWED, { chain: [] }))).toBe(false);
    expect(can(withOwner(ALLOWED, { state: 'offered' }))).toBe(false);
    expect(can(withOwner(ALLOWED, { state: 'none', chain: [] }))).toBe(false);
  });

  it('needs security at a high tier, and two different people', () => {
    const high = withApi(ALLOWED, HIGH);
    expect(can(high)).toBe(true);
    expect(can({ ...high, security: [] })).toBe(false);
    expect(can({ ...ALLOWED, security: [] })).toBe(true);
    expect(can({ ...withOwner(high, { chain: only(sam) }), security: [sam] })).toBe(false);
    expect(can({ ...withOwner(high, { chain: only(sam, anna) }), security: [sam] })).toBe(true);
    expect(can({ ...withOwner(high, { chain: [...only(sam), CHAIN[1]!] }), security: [sam] })).toBe(true);
    expect(can({ ...withOwner(high, { chain: only(sam) }), security: [sam, anna] })).toBe(true);
  });
});
