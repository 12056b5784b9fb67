import { describe, expect, it } from 'vitest';
import { DAY } from '../policy/periods.ts';
import { decide } from './decide.ts';
import type { ExceptionFacts, GateFacts } from './facts.ts';
import { ALLOWED, NOW, OWNER, withApi, withRevision } from './testing/example.ts';
import { situation } from './testing/situations.ts';

const codes = (facts: GateFacts) => decide(facts).reasons.map(({ code }) => code);

describe('exceptions', () => {
  const exception: ExceptionFacts = {
    id: 'exception-1',
    target: { finding: 'finding-1' },
    approvedAt: NOW - DAY,
    expiresAt: NOW + 20 * DAY,
    revokedAt: null,
  };
  const excepted = (facts: GateFacts, change: Partial<ExceptionFacts> = {}) =>
    withApi(facts, { exceptions: [{ ...exception, ...change }] });
  const found = situation(ALLOWED, 'findings.blocking');
  const unmet = situation(ALLOWED, 'checklist.unmet');

  it('cover a finding and an item, and the answer lasts no longer', () => {
    expect(decide(excepted(found))).toMatchObject({
      outcome: 'allowed',
      reasons: [],
      expiresAt: NOW + 20 * DAY,
    });
    expect(decide(excepted(unmet, { target: { item: 'auth' } }))).toMatchObject({
      outcome: 'allowed',
      expiresAt: NOW + 20 * DAY,
    });
  });

  it.each([
    ['only proposed', { approvedAt: null }],
    ['approved in the future', { approvedAt: NOW + 1 }],
    ['revoked', { revokedAt: NOW - 1 }],
    ['over', { expiresAt: NOW }],
    ['about another finding', { target: { finding: 'finding-2' } }],
    ['about an item of that name', { target: { item: 'finding-1' } }],
  ])('do not cover a finding when %s', (_, change) => {
    expect(codes(excepted(found, change))).toEqual(['findings.blocking']);
  });

  it('do not cover an item when about another item or a finding of that name', () => {
    expect(codes(excepted(unmet, { target: { item: 'limits' } }))).toEqual(['checklist.unmet']);
    expect(codes(excepted(unmet, { target: { finding: 'auth' } }))).toEqual(['checklist.unmet']);
  });

  it('cover one by one: what is left still blocks', () => {
    const findings = [
      { id: 'finding-1', rule: 'a', title: 'A', severity: 'critical' as const, state: 'open' as const },
      { id: 'finding-2', rule: 'b', title: 'B', severity: 'critical' as const, state: 'open' as const },
    ];
    const facts = excepted(withRevision(ALLOWED, { findings }));
    expect(decide(facts).reasons).toMatchObject([
      { message: '1 open finding blocks an API of tier low: “B” (critical).' },
    ]);
  });

  it('last as long as the longest of them', () => {
    const facts = withApi(found, {
      exceptions: [exception, { ...exception, id: 'exception-2', expiresAt: NOW + 9 * DAY }],
    });
    expect(decide(facts).expiresAt).toBe(NOW + 20 * DAY);
  });

  it('do not shorten an answer that does not rest on them', () => {
    expect(decide(excepted(ALLOWED)).expiresAt).toBe(OWNER.confirmedAt! + 180 * DAY);
  });
});
