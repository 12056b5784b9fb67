import type { GatePolicy } from '../gate/facts.ts';
import type { Right } from '../teams/dto.ts';
import type { Outcome, Tier } from '../words.ts';

export type PolicyDocument = Omit<GatePolicy, 'version'>;

export interface PolicyVersionDto extends PolicyDocument {
  version: number;
  createdAt: string;
  createdBy: string;
}

/** The version in force, with those before it, newest first. */
export interface PolicyDto extends PolicyVersionDto {
  key: string;
  history: PolicyVersionDto[];
  rights: { edit: Right };
}

/** What another policy would change in the answers of one environment's gate. */
export interface PolicyPreviewDto {
  environment: string;
  /** Every API that is not retired. */
  apis: number;
  before: Record<Outcome, number>;
  after: Record<Outcome, number>;
  /** APIs of which the outcome or its reasons change. */
  changed: number;
  /** The first of them by name. */
  changes: {
    api: string;
    name: string;
    tier: Tier;
    team: string | null;
    before: Outcome;
    after: Outcome;
    /** Codes of reasons that come and go. */
    added: string[];
    removed: string[];
  }[];
}
