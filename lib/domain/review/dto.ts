import type { DescriptionDiff } from '../description/types.ts';
import type { FindingDto } from '../revisions/dto.ts';
import type { Right } from '../teams/dto.ts';
import type { Answer, ApprovalRole, OwaspCategory, ReviewState, Tier } from '../words.ts';

export const REVIEW_ACTIONS = [
  'submit',
  'approve',
  'request-changes',
  'reject',
  'withdraw',
  'answer',
  'comment',
] as const;
export type ReviewAction = (typeof REVIEW_ACTIONS)[number];

export interface PersonRefDto {
  email: string;
  name: string;
}

export interface ReviewItemDto {
  key: string;
  question: string;
  owasp: OwaspCategory[];
  why: string;
  guidance: string;
  answer: Answer | null;
  evidence: string | null;
  prefilled: boolean;
  answeredBy: PersonRefDto | null;
  answeredAt: string | null;
  /** What was answered in the last approved review of this API and environment. */
  previous: { answer: Answer; evidence: string | null } | null;
  /** Findings of the reviewed revision that bear on the question. */
  findings: { id: string; title: string; severity: string; where: FindingDto['where'] }[];
  /** An active exception that covers a `no`. */
  exceptionId: string | null;
}

export interface ReviewRowDto {
  id: string;
  api: { slug: string; name: string };
  environment: string;
  state: ReviewState;
  tier: Tier;
  team: string | null;
  teamName: string | null;
  requestedBy: PersonRefDto;
  createdAt: string;
  submittedAt: string | null;
  dueAt: string | null;
  answered: number;
  items: number;
  missingRoles: ApprovalRole[];
  /** Why it no longer can be approved (handed over, newer material), null while it can. */
  void: string | null;
}

export interface ApprovalDto {
  role: ApprovalRole;
  email: string;
  name: string;
  at: string;
  expiresAt: string;
  revokedAt: string | null;
}

export interface ReviewDto extends Omit<ReviewRowDto, 'items'> {
  revision: { id: string; number: number; version: string; digest: string };
  materialDigest: string;
  checklist: { id: string; version: number; title: string };
  items: ReviewItemDto[];
  requiredApprovals: {
    role: ApprovalRole;
    candidates: PersonRefDto[];
    team: string | null;
    teamName: string | null;
    escalated: boolean;
  }[];
  approvals: ApprovalDto[];
  comments: { id: string; author: PersonRefDto; step: string; text: string; at: string }[];
  decidedAt: string | null;
  /** The last revision that was signed for this environment, and what differs; null when nothing was ever signed. */
  sinceLastSignOff: {
    revisionId: string;
    signedAt: string;
    /** Each list holds the first entries only; `counts` tell how many there are. */
    diff: DescriptionDiff;
    counts: Record<'breaking' | 'security' | 'other', number>;
  } | null;
  version: number;
  rights: Record<ReviewAction, Right>;
  /** Whether the sign-offs given on this review may be revoked. */
  revocation: Right;
}
