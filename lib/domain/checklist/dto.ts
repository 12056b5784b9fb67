import type { OwaspCategory, Tier } from '../words.ts';

export interface ChecklistDto {
  id: string;
  version: number;
  title: string;
  inForce: boolean;
  createdAt: string;
  createdBy: string;
  items: {
    key: string;
    question: string;
    owasp: OwaspCategory[];
    why: string;
    guidance: string;
    tiers: Tier[];
  }[];
}
