import type { Grade, OwaspCategory, Severity } from '../words.ts';

/** Every place a rule fired, unabridged. */
export interface Occurrence {
  rule: string;
  /** The rule of `@stoplight/spectral-owasp-ruleset` that tests the same, where there is one. */
  equivalent?: string;
  pointer: string;
}

/** A cause: one rule on one component or operation group, with one fix that mends all its occurrences. */
export interface ScannedFinding {
  rule: string;
  severity: Severity;
  owasp: OwaspCategory[];
  title: string;
  why: string;
  fix: string;
  /** Stable across reordering, renumbering and unrelated edits. */
  fingerprint: string;
  /** How many places. */
  occurrences: number;
  /** Keys of the operations affected, as in the operations inventory; at most 50, `operationCount` counts all. */
  operations: string[];
  operationCount: number;
  /** Sample JSON pointers, at most 20. */
  pointers: string[];
}

export interface ScoreTerm {
  category: OwaspCategory;
  rule: string;
  count: number;
  denominator: number;
  weight: number;
  demerits: number;
}

export interface ScanResult {
  /** Version of the rule set; a different one means the result is out of date. */
  ruleSet: string;
  /** 0 (worst) to 100 (nothing found). */
  score: number;
  grade: Grade;
  counts: Record<Severity, number>;
  findings: ScannedFinding[];
  occurrences: Occurrence[];
  arithmetic: ScoreTerm[];
}
