import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../policy/default-policy.ts';
import { DAY } from '../policy/periods.ts';
import { EXPOSURES, LIFECYCLES, SEVERITIES, SIGN_OFF_STATES, TIERS } from '../words.ts';
import { missingProtections } from './missing-protections.ts';
import { levelOf, scoreRisk, type RiskInput } from './score.ts';
import { EACH, OWNERSHIP_GAPS, PROTECTIONS, type OwnershipGap, type Protection } from './score-points.ts';

const NOW = Date.UTC(2026, 4, 1);
const CLEAN: RiskInput = {
  now: NOW,
  tier: 'high',
  lifecycle: 'production',
  findingDueDays: DEFAULT_POLICY.tiers.high.findingDueDays,
  findings: [],
  ownership: 'owned',
  signOff: 'valid',
  hasDescription: true,
  missingProtections: [],
  activeExceptions: 0,
  ungatedDeployments: 0,
  unreviewedEmergencies: 0,
  driftedOperations: 0,
  shadowOperations: 0,
  unusualAlerts: 0,
  hostileAlerts: 0,
};
const COUNTS = [
  'activeExceptions',
  'ungatedDeployments',
  'unreviewedEmergencies',
  'driftedOperations',
  'shadowOperations',
  'unusualAlerts',
  'hostileAlerts',
] as const satisfies (keyof RiskInput)[];

const finding = (severity: (typeof SEVERITIES)[number], daysOld = 0, isExcepted = false) => ({
  severity,
  since: NOW - daysOld * DAY,
  isExcepted,
});
const contributions = (change: Partial<RiskInput>) => scoreRisk({ ...CLEAN, ...change }).contributions;

describe('the risk score', () => {
  it('is zero when nothing is wrong', () => {
    expect(scoreRisk(CLEAN)).toEqual({ score: 0, level: 'low', contributions: [] });
  });

  it('adds up named parts, most points first', () => {
    const findings = [finding('high'), finding('critical', 8), finding('info'), finding('low', 999, true)];
    expect(scoreRisk({ ...CLEAN, findings, signOff: 'expired', missingProtections: ['waf'] })).toEqual({
      score: 44,
      level: 'medium',
      contributions: [
        { code: 'findings.critical', points: 15, message: '1 finding is open with severity critical.' },
        { code: 'signoff.expired', points: 15, message: 'The sign-off has run out.' },
        { code: 'findings.high', points: 8, message: '1 finding is open with severity high.' },
        {
          code: 'findings.overdue',
          points: 4,
          message: '1 finding is open for longer than its tier allows.',
        },
        {
          code: 'protection.waf',
          points: 2,
          message: 'No web application firewall in front of it is known.',
        },
      ],
    });
  });

  it('counts a finding as overdue from the very day on', () => {
    const overdue = (daysOld: number, severity: (typeof SEVERITIES)[number] = 'critical') =>
      contributions({ findings: [finding(severity, daysOld)] }).some(
        ({ code }) => code === 'findings.overdue',
      );
    expect([6, 7].map((days) => overdue(days))).toEqual([false, true]);
    expect(overdue(9999, 'info')).toBe(false);
    const low = { findingDueDays: DEFAULT_POLICY.tiers.low.findingDueDays, findings: [finding('low', 9999)] };
    expect(contributions(low).map(({ code }) => code)).toEqual(['findings.low']);
  });

  it('says what is wrong in the plural', () => {
    expect(
      contributions({ findings: [finding('medium'), finding('medium')], ungatedDeployments: 2 }),
    ).toMatchObject([
      { points: 10, message: '2 deployments went past the gate.' },
      { points: 6, message: '2 findings are open with severity medium.' },
    ]);
  });

  it('weighs the sign-off by tier', () => {
    const points = TIERS.map((tier) => contributions({ tier, signOff: 'missing' })[0]?.points);
    expect(points).toEqual([10, 15, 20, 25]);
  });

  it.each(Object.keys(OWNERSHIP_GAPS) as OwnershipGap[])('tells the ownership gap %s', (ownership) => {
    expect(contributions({ ownership })).toEqual([
      { code: `ownership.${ownership}`, ...OWNERSHIP_GAPS[ownership] },
    ]);
  });

  it.each(Object.keys(PROTECTIONS) as Protection[])('tells that %s is missing', (protection) => {
    expect(contributions({ missingProtections: [protection] })).toMatchObject([
      { code: `protection.${protection}` },
    ]);
  });

  it.each(COUNTS)('has a part for %s that stops growing', (key) => {
    const [one] = contributions({ [key]: 1 });
    const [many] = contributions({ [key]: 1000 });
    const part = EACH[one?.code as keyof typeof EACH];
    expect(one).toEqual({ code: many?.code, points: part.points, message: `1 ${part.one}.` });
    expect(many).toEqual({ code: one?.code, points: part.most, message: `1000 ${part.many}.` });
  });

  it('keeps of a retired API only what traffic says', () => {
    const everything: RiskInput = {
      ...CLEAN,
      lifecycle: 'retired',
      findings: [finding('critical', 99)],
      ownership: 'unowned',
      signOff: 'missing',
      hasDescription: false,
      shadowOperations: 2,
    };
    expect(scoreRisk(everything).contributions.map(({ code }) => code)).toEqual(['traffic.shadow']);
  });

  it('tells that nothing could be checked without a description', () => {
    expect(contributions({ hasDescription: false })).toMatchObject([
      { code: 'description.none', points: 10 },
    ]);
  });
});

const anyInput: fc.Arbitrary<RiskInput> = fc.record({
  now: fc.constant(NOW),
  tier: fc.constantFrom(...TIERS),
  lifecycle: fc.constantFrom(...LIFECYCLES),
  findingDueDays: fc.constantFrom(...TIERS.map((tier) => DEFAULT_POLICY.tiers[tier].findingDueDays)),
  findings: fc.array(
    fc.record({
      severity: fc.constantFrom(...SEVERITIES),
      since: fc.integer({ min: 0, max: 400 }).map((days) => NOW - days * DAY),
      isExcepted: fc.boolean(),
    }),
  ),
  ownership: fc.constantFrom('owned' as const, ...(Object.keys(OWNERSHIP_GAPS) as OwnershipGap[])),
  signOff: fc.constantFrom(...SIGN_OFF_STATES),
  hasDescription: fc.boolean(),
  missingProtections: fc.subarray(Object.keys(PROTECTIONS) as Protection[]),
  activeExceptions: fc.nat(30),
  ungatedDeployments: fc.nat(30),
  unreviewedEmergencies: fc.nat(30),
  driftedOperations: fc.nat(30),
  shadowOperations: fc.nat(30),
  unusualAlerts: fc.nat(30),
  hostileAlerts: fc.nat(30),
});

describe('whatever the input', () => {
  it('the score is the sum of its parts, within 0 and 100', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { score, level, contributions: parts } = scoreRisk(input);
        const sum = parts.reduce((total, { points }) => total + points, 0);
        expect(score).toBe(Math.min(100, sum));
        expect(level).toBe(levelOf(score));
        expect(new Set(parts.map(({ code }) => code)).size).toBe(parts.length);
        for (const { points } of parts) expect(Number.isInteger(points) && points > 0).toBe(true);
      }),
    );
  });

  it('one thing more that is wrong never lowers it', () => {
    const worse = fc.constantFrom(...COUNTS);
    fc.assert(
      fc.property(anyInput, worse, fc.constantFrom(...SEVERITIES), (input, key, severity) => {
        const { score } = scoreRisk(input);
        expect(scoreRisk({ ...input, [key]: input[key] + 1 }).score).toBeGreaterThanOrEqual(score);
        const findings = [...input.findings, finding(severity)];
        expect(scoreRisk({ ...input, findings }).score).toBeGreaterThanOrEqual(score);
      }),
    );
  });
});

describe('the level', () => {
  it('turns at 25, 50 and 75', () => {
    const scores = [0, 24, 25, 49, 50, 74, 75, 100];
    expect(scores.map(levelOf)).toEqual([
      'low',
      'low',
      'medium',
      'medium',
      'high',
      'high',
      'critical',
      'critical',
    ]);
  });
});

describe('the missing protections', () => {
  it('are more the more people can reach the API', () => {
    expect(EXPOSURES.map((exposure) => missingProtections(exposure, {}).length)).toEqual([1, 3, 4]);
  });

  it('do not hold what is known, and silence is no protection', () => {
    expect(missingProtections('public', { waf: true, gateway: false, authentication: true })).toEqual([
      'rateLimit',
      'gateway',
    ]);
  });
});
