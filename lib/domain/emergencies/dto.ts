import type { Right } from '../teams/dto.ts';
import type { EmergencyOutcome } from '../words.ts';
import type { EmergencyState } from './rules.ts';

export interface EmergencyDto {
  id: string;
  api: string;
  team: string | null;
  environment: string;
  state: EmergencyState;
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
  version: number;
  rights: { review: Right };
}
