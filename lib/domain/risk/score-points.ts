import type { Exposure, OwnershipState, RiskLevel, Severity, SignOffState, Tier } from '../words.ts';

/** Least score of each level. */
export const LEVEL_FROM_POINTS = { low: 0, medium: 25, high: 50, critical: 75 } as const satisfies Record<
  RiskLevel,
  number
>;

interface Counted {
  /** For each one. */
  points: number;
  /** The most that all of them add together. */
  most: number;
}

export const FINDING_POINTS = {
  critical: { points: 15, most: 45 },
  high: { points: 8, most: 32 },
  medium: { points: 3, most: 15 },
  low: { points: 1, most: 5 },
  info: { points: 0, most: 0 },
} as const satisfies Record<Severity, Counted>;

/** The ways in which nobody answers for an API. */
export type OwnershipGap = Exclude<OwnershipState, 'owned'> | 'nobody-eligible';

export const OWNERSHIP_GAPS = {
  unowned: { points: 25, message: 'No team owns it.' },
  offered: { points: 20, message: 'It is offered to a team that has not accepted yet.' },
  'nobody-eligible': { points: 20, message: 'Nobody in the owning team or above it can act for it.' },
  stale: { points: 8, message: 'Its ownership has not been confirmed for too long.' },
} as const satisfies Record<OwnershipGap, { points: number; message: string }>;

/** At tier `high`; other tiers are weighed with `TIER_WEIGHT`. */
export const SIGN_OFF_POINTS = {
  valid: { points: 0, message: 'The sign-off counts.' },
  expiring: { points: 2, message: 'The sign-off runs out within 30 days.' },
  expired: { points: 15, message: 'The sign-off has run out.' },
  missing: { points: 20, message: 'The present description was never signed off.' },
  void: { points: 20, message: 'The sign-off no longer counts.' },
} as const satisfies Record<SignOffState, { points: number; message: string }>;

export const TIER_WEIGHT = { low: 0.5, medium: 0.75, high: 1, critical: 1.25 } as const satisfies Record<
  Tier,
  number
>;

export const NO_DESCRIPTION_POINTS = 10;

export const PROTECTIONS = {
  authentication: { points: 6, message: 'No authentication in front of it is known.' },
  rateLimit: { points: 4, message: 'No rate limit in front of it is known.' },
  gateway: { points: 3, message: 'No gateway in front of it is known.' },
  waf: { points: 2, message: 'No web application firewall in front of it is known.' },
} as const satisfies Record<
  'authentication' | 'rateLimit' | 'gateway' | 'waf',
  { points: number; message: string }
>;
export type Protection = keyof typeof PROTECTIONS;

/** What an API should have in front of it, by who can reach it. */
export const EXPECTED_PROTECTIONS = {
  internal: ['authentication'],
  partner: ['authentication', 'rateLimit', 'gateway'],
  public: ['authentication', 'rateLimit', 'gateway', 'waf'],
} as const satisfies Record<Exposure, readonly Protection[]>;

export const EACH = {
  'findings.overdue': {
    points: 4,
    most: 16,
    one: 'finding is open for longer than its tier allows',
    many: 'findings are open for longer than their tier allows',
  },
  'exceptions.active': {
    points: 2,
    most: 8,
    one: 'risk is accepted for a time',
    many: 'risks are accepted for a time',
  },
  'deployments.ungated': {
    points: 5,
    most: 15,
    one: 'deployment went past the gate',
    many: 'deployments went past the gate',
  },
  'emergencies.unreviewed': {
    points: 6,
    most: 12,
    one: 'emergency access waits to be reviewed',
    many: 'emergency accesses wait to be reviewed',
  },
  'traffic.drift': {
    points: 2,
    most: 10,
    one: 'operation behaves differently from its description',
    many: 'operations behave differently from their description',
  },
  'traffic.shadow': {
    points: 3,
    most: 12,
    one: 'operation is called that no description holds',
    many: 'operations are called that no description holds',
  },
  'alerts.unusual': { points: 2, most: 8, one: 'unusual alert is open', many: 'unusual alerts are open' },
  'alerts.hostile': { points: 8, most: 24, one: 'hostile alert is open', many: 'hostile alerts are open' },
} as const satisfies Record<string, Counted & { one: string; many: string }>;
