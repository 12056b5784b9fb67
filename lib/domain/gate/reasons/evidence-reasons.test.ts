import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import {
  alex,
  ALLOWED,
  anna,
  APPROVED,
  HIGH,
  mona,
  OPEN,
  sam,
  unsigned,
  withApi,
  withRevision,
} from '../testing/example.ts';
import { emailsOf, reasonOf } from '../testing/reason-of.ts';
import { situation } from '../testing/situations.ts';

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
    expect(reasonOf(facts, 'findings.blocking')).toEqual({
      code: 'findings.blocking',
      message: '2 open findings block an API of tier medium: “Finding a” (critical) and “Finding d” (high).',
      unblockers: emailsOf(anna, alex, mona, sam),
      path: '/apis/ledger',
    });
    expect(reasonOf(withRevision(ALLOWED, { findings }), 'findings.blocking').message).toBe(
      '1 open finding blocks an API of tier low: “Finding a” (critical).',
    );
  });

  it('beyond three are counted', () => {
    const findings = ['a', 'b', 'c', 'd', 'e'].map((id) => finding(id, 'critical'));
    expect(reasonOf(withRevision(ALLOWED, { findings }), 'findings.blocking').message).toMatch(
      /“Finding c” \(critical\) and 2 others\.$/u,
    );
  });

  it('of one title are named once, with their number', () => {
    const same = ['a', 'b', 'c'].map((id) => ({ ...finding(id, 'high'), title: 'Open write' }));
    const others = ['d', 'e', 'f', 'g'].map((id) => finding(id, 'high'));
    const facts = withApi(ALLOWED, { criticality: 'high' });
    expect(reasonOf(withRevision(facts, { findings: same }), 'findings.blocking').message).toMatch(
      /^3 open findings block .*: “Open write” \(high, 3 times\)\.$/u,
    );
    const findings = [...others.slice(0, 3), ...same, ...others.slice(3), finding('h', 'critical')];
    expect(reasonOf(withRevision(facts, { findings }), 'findings.blocking').message).toMatch(
      /^8 open findings .*: “Finding h” \(critical\), “Finding d” \(high\), “Finding e” \(high\) and 5 others\.$/u,
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
    expect(reasonOf(situation(ALLOWED, 'checklist.unmet'), 'checklist.unmet')).toEqual({
      code: 'checklist.unmet',
      message:
        '1 checklist item is not met and not covered by an exception: “Is every operation authenticated?”.',
      unblockers: emailsOf(anna, alex, mona, sam),
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
    expect(reasonOf(facts, 'checklist.unmet').message).toBe(
      '2 checklist items are not met and not covered by an exception: “Is it safe?” and “Is it logged?”.',
    );
  });
});
