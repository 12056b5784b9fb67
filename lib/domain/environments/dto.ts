import type { GateMode, Outcome } from '../words.ts';

export interface EnvironmentDto {
  slug: string;
  name: string;
  order: number;
  gate: GateMode;
  frozen: boolean;
  version: number;
}

/** What switching the gate would do: the last 30 days as they would have gone, and who nobody could approve. */
export interface EnvironmentPreviewDto {
  environment: string;
  gate: GateMode;
  from: string;
  wouldBlock: {
    api: string;
    name: string;
    team: string | null;
    decisions: number;
    outcome: Outcome;
    codes: string[];
  }[];
  nobodyCanApprove: { api: string; name: string; team: string | null }[];
  totals: { decisions: number; blockedDecisions: number; apis: number; blockedApis: number };
}
