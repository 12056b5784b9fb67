import type { Feature } from '../description/types.ts';
import type { ApiKind, OwaspCategory, Tier } from '../words.ts';
import type { Settler } from './types.ts';

export interface ChecklistItemDto {
  key: string;
  question: string;
  owasp: OwaspCategory[];
  why: string;
  guidance: string;
  tiers: Tier[];
  /** Asked when the description contains any of these; absent: always. */
  features?: Feature[];
  /** Asked for these kinds of API; absent: for every kind. */
  kinds?: ApiKind[];
  /** What a scan can answer by itself in some cases. */
  settledBy?: Settler;
}

export interface ChecklistDto {
  id: string;
  version: number;
  title: string;
  inForce: boolean;
  createdAt: string;
  createdBy: string;
  items: ChecklistItemDto[];
}

/** A new version, and what stops counting with it. */
export interface NewChecklistDto extends ChecklistDto {
  voided: {
    /** Sign-offs that counted until now. */
    signOffs: number;
    /** Reviews on their way that must be requested anew. */
    reviews: number;
  };
}
