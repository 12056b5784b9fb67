import type { CategoryPoints } from '../scan/score.ts';
import type { ScoreTerm } from '../scan/types.ts';
import type { DescriptionDiff, ServerInfo } from '../description/types.ts';
import type { DescriptionFormat, FindingState, Grade, OwaspCategory, Severity } from '../words.ts';

export interface RevisionDto {
  id: string;
  api: string;
  number: number;
  digest: string;
  materialDigest: string;
  format: DescriptionFormat;
  mediaType: string;
  title: string;
  version: string;
  operationCount: number;
  size: number;
  servers: ServerInfo[];
  features: string[];
  uploadedBy: string;
  uploadedAt: string;
  importedFrom: string | null;
  scan: {
    state: 'done' | 'pending';
    score: number | null;
    grade: Grade | null;
    counts: Record<Severity, number>;
    ruleSet: string | null;
  };
}

export interface OperationDto {
  key: string;
  method: string;
  path: string;
  operationId: string | null;
  summary: string | null;
  tags: string[];
  deprecated: boolean;
  authenticated: boolean | null;
  security: string[];
  pointer: string;
}

export interface FindingDto {
  id: string;
  api: string;
  source: string;
  rule: string;
  severity: Severity;
  owasp: OwaspCategory[];
  title: string;
  why: string;
  fix: string;
  fingerprint: string;
  state: FindingState;
  reason: string | null;
  occurrences: number;
  operations: string[];
  operationCount: number;
  pointers: string[];
  /** The only operation, shared part or path that it concerns: findings of one kind are told apart by it. */
  where: string | null;
  firstSeenAt: string;
  lastSeenAt: string;
  fixedAt: string | null;
  /** When it last came back after it was fixed. */
  reintroducedAt: string | null;
  dueAt: string | null;
  /** Who last said what it is, and when. */
  decidedBy: string | null;
  decidedAt: string | null;
  /** The newest revision that has it; null for what another scanner reported. */
  revision: string | null;
  /** A program can write at least some of the remedy. */
  isMendable: boolean;
  version: number;
}

/** One place where a rule fired, with what the rule says of it. */
export interface OccurrenceDto {
  rule: string;
  equivalent?: string;
  pointer: string;
  line?: number;
  column?: number;
  title: string;
  fix: string;
  /** The rule of the finding it is part of: its own, or what several rules have as their cause. */
  cause: string;
}

/** What differs between two revisions; a group may hold its first changes only. */
export interface RevisionDiffDto extends DescriptionDiff {
  /** Of all changes of each group. */
  counts: Record<'breaking' | 'security' | 'other', number>;
  /** The kinds of all changes of each group, in its order, with how many there are. */
  kinds: Record<'breaking' | 'security' | 'other', { kind: string; count: number }[]>;
}

/** How the score of a revision comes about. */
export interface ScoreDto {
  ruleSet: string;
  score: number;
  grade: Grade;
  categories: CategoryPoints[];
  terms: (ScoreTerm & { title: string })[];
}
