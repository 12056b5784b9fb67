import type { Feature } from '../description/types.ts';
import type { Answer, ApiKind, OwaspCategory, Tier } from '../words.ts';

/** What a scan can settle by itself, each with one function in `prefill.ts`. */
export const SETTLERS = [
  'authentication-declared',
  'credentials-out-of-addresses',
  'current-authentication-schemes',
  'rate-limits-declared',
  'encrypted-servers',
  'errors-declared',
  'versions-declared',
] as const;
export type Settler = (typeof SETTLERS)[number];

export interface ChecklistItem {
  /** Stable across versions of the checklist: answers and exceptions refer to it. */
  key: string;
  /** Answerable with yes, no or not-applicable; yes is always the safe answer. */
  question: string;
  owasp: OwaspCategory[];
  /** What happens to whom when the answer is no. */
  why: string;
  /** Steps and the evidence to give; lines are separated by a line feed. */
  guidance: string;
  appliesTo: {
    tiers: Tier[];
    /** Any one of them is enough; absent: whatever the description contains. */
    features?: Feature[];
    /** Absent: every kind. */
    kinds?: ApiKind[];
  };
  /** Present when a scan can answer the item in some cases. */
  settledBy?: Settler;
}

export interface Checklist {
  id: string;
  version: number;
  title: string;
  items: ChecklistItem[];
}

/** An answer that came from the scan, with the evidence a person would have had to write. */
export interface PrefilledAnswer {
  answer: Answer;
  evidence: string;
}
