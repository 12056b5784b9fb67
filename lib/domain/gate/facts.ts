import type {
  Answer,
  ApprovalRole,
  Criticality,
  DataClass,
  EmergencyOutcome,
  Exposure,
  GateMode,
  Lifecycle,
  OwnerState,
  ReviewState,
  Severity,
  Tier,
} from '../words.ts';

/** Instants are milliseconds since the epoch, UTC: the core compares them and never formats them. */
export type Instant = number;

/** Somebody who can be named as an unblocker. */
export interface PersonRef {
  email: string;
  name: string;
}

/** One rank of the approver chain: the owning team first, then its ancestors up to the root. */
export interface ApproverRank {
  team: string;
  teamName: string;
  /** Active people only, as of the moment of the question. */
  managers: PersonRef[];
  approvers: PersonRef[];
}

export interface OwnerFacts {
  state: OwnerState;
  /** Slug of the accepted team, or of the team it is offered to; null when nobody. */
  team: string | null;
  teamName: string | null;
  /** Identity of the ownership term: a new one with every acceptance, so that A → B → A differs from A. */
  term: string | null;
  since: Instant | null;
  /** Last acceptance or attestation, whichever is later. */
  confirmedAt: Instant | null;
  /** Owning team first (empty unless accepted), then ancestors. For an offer: the receiving team's chain. */
  chain: ApproverRank[];
}

/** A finding that is open on the revision in question (or on the API, when imported from elsewhere). */
export interface FindingFacts {
  id: string;
  rule: string;
  title: string;
  severity: Severity;
  /** `false-positive` findings are not listed at all; `acknowledged` ones still block. */
  state: 'open' | 'acknowledged';
  /** When it was first seen; ages count in the risk, not in a decision. */
  since?: Instant;
}

export interface RevisionFacts {
  id: string;
  digest: string;
  materialDigest: string;
  uploadedBy: string | null;
  scan: 'done' | 'pending';
  findings: FindingFacts[];
  /** Present when the materialDigest differs from the last signed one: the changed places, most important first, at most five. */
  changedSinceSignOff?: string[];
}

export interface NewestRevision {
  materialDigest: string;
  /** Its last upload: of one that was brought back, not the first. */
  uploadedAt: Instant;
}

export interface SignOffFacts {
  /** Identity of the review it was given on: it counts only once that review is approved. */
  review: string;
  role: ApprovalRole;
  /** E-mail of the person who signed. */
  by: string;
  at: Instant;
  expiresAt: Instant;
  materialDigest: string;
  environment: string;
  checklistId: string;
  checklistVersion: number;
  /** The ownership term and team it was given for. */
  term: string;
  team: string;
  revokedAt: Instant | null;
}

export interface ChecklistRef {
  id: string;
  version: number;
}

export interface ReviewItemFacts {
  key: string;
  question: string;
  answer: Answer | null;
}

export interface ReviewFacts {
  id: string;
  state: ReviewState;
  environment: string;
  materialDigest: string;
  /** The ownership term it was requested in; the empty text when the API had no accepted owner. */
  term: string;
  requestedBy: string;
  /** When it was requested. Needed to sign; absent in a decision means only that it cannot be told as overtaken. */
  createdAt?: Instant;
  /** The checklist its items come from. Needed to sign; absent in a decision as above. */
  checklist?: ChecklistRef;
  /** The last submission (of a draft: its creation). Approvals from before it do not count. */
  openedAt: Instant;
  /** Set when the review ended or was last acted on. */
  decidedAt: Instant | null;
  /** E-mails of everybody who last answered an item that is now answered. */
  answeredBy: string[];
  /** Who uploaded the reviewed revision or brought it back (all uploaders of that material digest). */
  uploadedBy: string[];
  /** The items without an answer or answered `no` at least; the others may be left out. */
  items: ReviewItemFacts[];
  /** Approvals given on this review so far, whether or not it is complete. */
  approvals: { role: ApprovalRole; by: string; at: Instant }[];
}

export interface ExceptionFacts {
  id: string;
  target: { finding: string } | { item: string };
  approvedAt: Instant | null;
  expiresAt: Instant;
  revokedAt: Instant | null;
}

export interface EmergencyFacts {
  id: string;
  environment: string;
  openedAt: Instant;
  expiresAt: Instant;
  usedAt: Instant | null;
  reviewedAt: Instant | null;
  outcome: EmergencyOutcome | null;
}

export interface EnvironmentFacts {
  slug: string;
  name: string;
  gate: GateMode;
  frozen: boolean;
}

/** What the policy in force asks of one tier. Durations in days. */
export interface TierPolicy {
  signOffs: ApprovalRole[];
  signOffDays: number;
  blockingSeverities: Severity[];
  exceptionMaxDays: number;
  /** Days until a finding of a severity is due; null: never. */
  findingDueDays: Record<'critical' | 'high' | 'medium' | 'low', number | null>;
}

export interface GatePolicy {
  version: number;
  attestationDays: number;
  tiers: Record<Tier, TierPolicy>;
}

export interface ApiFacts {
  slug: string;
  name: string;
  lifecycle: Lifecycle;
  exposure: Exposure;
  dataClass: DataClass;
  criticality: Criticality;
  owner: OwnerFacts;
  /** How many revisions there are at all: tells `revision.none` from `revision.unknown`. */
  revisionCount: number;
  /** The revision uploaded last, which need not be the one in question: it overtakes reviews requested before it. */
  newestRevision?: NewestRevision | null;
  reviews: ReviewFacts[];
  signOffs: SignOffFacts[];
  exceptions: ExceptionFacts[];
  emergencies: EmergencyFacts[];
}

/**
 * Everything a decision may look at, loaded once. A null part means that what was asked for does not exist:
 * unknown is never an empty value, so that forgetting to load a part cannot allow.
 */
export interface GateFacts {
  now: Instant;
  asked: { api: string; environment: string; revision: string | null };
  api: ApiFacts | null;
  environment: EnvironmentFacts | null;
  revision: RevisionFacts | null;
  policy: GatePolicy;
  /** The checklist in force. */
  checklist: ChecklistRef;
  /** Active people with the organisation role `security`, for naming who can unblock. */
  security: PersonRef[];
}

export interface Reason {
  code: import('./reason-codes.ts').ReasonCode;
  /** One plain sentence with the names in it. */
  message: string;
  /** E-mails of the people who can unblock it, empty when nobody can by acting on this alone. */
  unblockers: string[];
  /** Path inside the portal (starting with `/`); the edge makes it absolute. */
  path: string;
}

export interface Decision {
  outcome: import('../words.ts').Outcome;
  /** Whether what is not allowed is stopped here: by the environment's gate, and in every mode when it is unknown. */
  enforced: boolean;
  /** What a pipeline obeys: `allowed`, or not enforced. */
  allowed: boolean;
  reasons: Reason[];
  /** When the answer would change by time alone (sign-off, exception, emergency or attestation running out). */
  expiresAt: Instant | null;
  /** The emergency that caused an `allowed`, so that recording it uses it up. */
  usesEmergency: string | null;
}
