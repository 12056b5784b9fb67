import type { PersonRef } from '../gate/facts.ts';
import type { OwnerState, OwnershipState, RiskLevel, Tier } from '../words.ts';

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

/** One rank of the people who can approve: the owning team first, then its ancestors, each asked when nobody before is left. */
export interface ApproverRankDto {
  team: string;
  teamName: string;
  managers: PersonRef[];
  approvers: PersonRef[];
}

/** A time in which one team owned the API. */
export interface OwnershipTermDto {
  team: string;
  teamName: string;
  acceptedBy: PersonRef;
  startedAt: string;
  /** Null: it lasts. */
  endedAt: string | null;
}

/** `GET /apis/{slug}/ownership`: who answers for an API, who could sign for it, and who did before. */
export interface OwnershipDto {
  api: string;
  state: OwnerState;
  ownership: OwnershipState;
  /** The team of record; null while none has accepted. */
  team: string | null;
  teamName: string | null;
  since: string | null;
  confirmedAt: string | null;
  /** When the ownership must have been confirmed again. */
  confirmationDueAt: string | null;
  attestationDays: number;
  offer: {
    team: string;
    teamName: string;
    by: PersonRef | null;
    at: string;
    /** The nearest managers who can accept. */
    waitsFor: PersonRef[];
  } | null;
  /** Empty while no team has accepted. */
  approvers: ApproverRankDto[];
  /** What a hand-over ends: reviews on their way and sign-offs that count. */
  endsWithHandOver: { reviews: number; signOffs: number };
  /** Newest first. */
  terms: OwnershipTermDto[];
}
