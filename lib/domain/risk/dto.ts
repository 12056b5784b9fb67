import type { Outcome, OwnershipState, RiskLevel, SignOffState, Tier } from '../words.ts';

export interface RiskFigure {
  key: 'apis' | 'critical-risk' | 'unowned' | 'without-sign-off' | 'blocked' | 'blocking-findings';
  label: string;
  value: number;
  /** The same figure 30 days earlier; null when the history does not reach back. */
  before: number | null;
  href: ListHref;
}

/** The list that holds what is counted, for example `/apis?ownership=unowned`; null on a day in the past, for lists show what is now. */
export type ListHref = string | null;

export interface RiskDto {
  asOf: string;
  figures: RiskFigure[];
  /** Ten bins of ten points, the last includes 100. */
  distribution: { from: number; to: number; count: number; href: ListHref }[];
  /** Tier × what production's gate says. */
  matrix: { tier: Tier; outcome: Outcome; count: number; href: ListHref }[];
  trend: { at: string; average: number; worst: number; apis: number }[];
  worstApis: {
    slug: string;
    name: string;
    team: string | null;
    teamName: string | null;
    tier: Tier;
    score: number;
    level: RiskLevel;
    topReason: string | null;
  }[];
  worstApplications: {
    slug: string;
    name: string;
    score: number;
    level: RiskLevel;
    apiCount: number;
    worstApi: string;
    worstApiName: string;
  }[];
  ownershipGaps: { state: OwnershipState | 'nobody-eligible'; count: number; href: ListHref }[];
  signOffs: { state: SignOffState; count: number; href: ListHref }[];
  /** Sign-offs running out by week, twelve weeks ahead. */
  expiryHorizon: { weekFrom: string; count: number; href: ListHref }[];
}
