import type { EmergencyOutcome } from '../words.ts';

export interface EmergencyDto {
  id: string;
  api: string;
  team: string | null;
  environment: string;
  reason: string;
  incidentUrl: string;
  openedBy: string;
  openedAt: string;
  expiresAt: string;
  usedAt: string | null;
  decisionId: string | null;
  reviewedBy: string | null;
  reviewedAt: string | null;
  outcome: EmergencyOutcome | null;
  comment: string | null;
}
