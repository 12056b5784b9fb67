import type { Instant, TierPolicy } from '../gate/facts.ts';
import { DAY } from '../policy/periods.ts';
import { RISK_LEVELS, SEVERITIES } from '../words.ts';
import type { Lifecycle, RiskLevel, Severity, SignOffState, Tier } from '../words.ts';
import type { Contribution } from './contribution.ts';
import {
  EACH,
  FINDING_POINTS,
  LEVEL_FROM_POINTS,
  NO_DESCRIPTION_POINTS,
  OWNERSHIP_GAPS,
  PROTECTIONS,
  SIGN_OFF_POINTS,
  TIER_WEIGHT,
  type OwnershipGap,
  type Protection,
} from './score-points.ts';

export interface RiskInput {
  now: Instant;
  tier: Tier;
  lifecycle: Lifecycle;
  findingDueDays: TierPolicy['findingDueDays'];
  /** Open findings of the newest revision and of other sources, also those an exception covers. */
  findings: { severity: Severity; since: Instant; isExcepted: boolean }[];
  ownership: OwnershipGap | 'owned';
  /** Of the environment the score is about, production unless said otherwise. */
  signOff: SignOffState;
  hasDescription: boolean;
  /** Protections that the API should have, by its exposure, and is not known to have. */
  missingProtections: readonly Protection[];
  activeExceptions: number;
  ungatedDeployments: number;
  unreviewedEmergencies: number;
  /** From traffic; zero while none is known. */
  driftedOperations: number;
  shadowOperations: number;
  unusualAlerts: number;
  hostileAlerts: number;
}

export interface RiskScore {
  /** 0 to 100, higher is worse: the sum of the points, at most 100. */
  score: number;
  level: RiskLevel;
  /** Every part with points, most points first. */
  contributions: Contribution[];
}

/**
 * An explainable score: named parts that are added up, nothing weighed out of sight. A retired API keeps only what
 * traffic says of it: nobody needs to sign, own or mend what no longer runs.
 */
export function scoreRisk(input: RiskInput): RiskScore {
  const parts =
    input.lifecycle === 'retired' ? runTimeParts(input) : [...standingParts(input), ...runTimeParts(input)];
  const contributions = parts.filter(({ points }) => points > 0).toSorted((a, b) => b.points - a.points);
  const score = Math.min(
    100,
    contributions.reduce((sum, { points }) => sum + points, 0),
  );
  return { score, level: levelOf(score), contributions };
}

/** The level a score belongs to: the last one whose least score it reaches. */
export function levelOf(score: number): RiskLevel {
  return RISK_LEVELS.findLast((level) => score >= LEVEL_FROM_POINTS[level]) ?? 'low';
}

function standingParts(input: RiskInput): Contribution[] {
  return [
    ...SEVERITIES.map((severity) => findingsPart(severity, input)),
    overduePart(input),
    ownershipPart(input),
    signOffPart(input),
    descriptionPart(input),
    ...input.missingProtections.map((protection) => ({
      code: `protection.${protection}`,
      ...PROTECTIONS[protection],
    })),
    each('exceptions.active', input.activeExceptions),
    each('deployments.ungated', input.ungatedDeployments),
    each('emergencies.unreviewed', input.unreviewedEmergencies),
  ];
}

function runTimeParts(input: RiskInput): Contribution[] {
  return [
    each('traffic.drift', input.driftedOperations),
    each('traffic.shadow', input.shadowOperations),
    each('alerts.unusual', input.unusualAlerts),
    each('alerts.hostile', input.hostileAlerts),
  ];
}

/** Points for every one up to the most that this part can add. */
function each(code: keyof typeof EACH, count: number): Contribution {
  const { points, most, one, many } = EACH[code];
  const message = count === 1 ? `1 ${one}.` : `${count} ${many}.`;
  return { code, points: Math.min(most, count * points), message };
}

function findingsPart(severity: Severity, { findings }: RiskInput): Contribution {
  const count = findings.filter((finding) => finding.severity === severity && !finding.isExcepted).length;
  const { points, most } = FINDING_POINTS[severity];
  const noun = count === 1 ? 'finding is' : 'findings are';
  const message = `${count} ${noun} open with severity ${severity}.`;
  return { code: `findings.${severity}`, points: Math.min(most, count * points), message };
}

function overduePart({ findings, findingDueDays, now }: RiskInput): Contribution {
  const overdue = findings.filter(({ severity, since, isExcepted }) => {
    const days = severity === 'info' ? null : findingDueDays[severity];
    return !isExcepted && days !== null && now >= since + days * DAY;
  });
  return each('findings.overdue', overdue.length);
}

function ownershipPart({ ownership }: RiskInput): Contribution {
  return ownership === 'owned'
    ? { code: 'ownership.owned', points: 0, message: 'The owner is known.' }
    : { code: `ownership.${ownership}`, ...OWNERSHIP_GAPS[ownership] };
}

function signOffPart({ signOff, tier }: RiskInput): Contribution {
  const { points, message } = SIGN_OFF_POINTS[signOff];
  return { code: `signoff.${signOff}`, points: Math.round(points * TIER_WEIGHT[tier]), message };
}

function descriptionPart({ hasDescription }: RiskInput): Contribution {
  const points = hasDescription ? 0 : NO_DESCRIPTION_POINTS;
  return {
    code: 'description.none',
    points,
    message: 'No description has been uploaded, so nothing could be checked.',
  };
}
