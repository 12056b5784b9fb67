import type { RiskLevel, Tier } from '../words.ts';

export const UNOWNED_KINDS = ['no-team', 'offered', 'nobody-eligible', 'stale'] as const;
export type UnownedKind = (typeof UNOWNED_KINDS)[number];

/** An API that nobody answers for, and the team whose inbox it is: the nearest that could mend it, null for the whole organisation. */
export interface UnownedRowDto {
  api: string;
  name: string;
  kind: UnownedKind;
  team: string | null;
  teamName: string | null;
  inbox: string | null;
  inboxName: string | null;
  since: string | null;
  tier: Tier;
  risk: { score: number; level: RiskLevel };
  registeredBy: string | null;
}
