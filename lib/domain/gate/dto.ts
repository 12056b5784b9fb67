import type { Outcome } from '../words.ts';
import type { ReasonCode } from './reason-codes.ts';

export interface Artifact {
  name: string;
  digest: string;
}

export interface DecisionSource {
  kind?: string;
  url?: string;
  sha?: string;
  actor?: string;
}

/** https://github.com/secure-systems-lab/dsse */
export interface DsseEnvelope {
  payloadType: string;
  payload: string;
  signatures: { keyid: string; sig: string }[];
}

export interface ReasonDto {
  code: ReasonCode;
  message: string;
  /** E-mails of the people who can unblock it. */
  unblockers: string[];
  url: string;
}

export interface DecisionDto {
  decisionId?: string;
  outcome: Outcome;
  enforced: boolean;
  allowed: boolean;
  reasons: ReasonDto[];
  /** Id of the revision that was judged; null when there is none. */
  revision: string | null;
  evaluatedAt: string;
  expiresAt?: string;
  attestation?: DsseEnvelope;
}

/** A recorded decision as lists show it. */
export interface DecisionRowDto {
  id: string;
  api: string;
  environment: string;
  revision: string | null;
  outcome: Outcome;
  allowed: boolean;
  enforced: boolean;
  reasons: ReasonDto[];
  evaluatedAt: string;
  actor: string;
  source: DecisionSource | null;
  artifact: Artifact | null;
  promoted: boolean;
}

export interface PromotionDto {
  id: string;
  api: string;
  environment: string;
  revision: string | null;
  decisionId: string;
  at: string;
  actor: string;
  attestation: DsseEnvelope | null;
}

export interface DeploymentDto {
  id: string;
  api: string;
  environment: string;
  revision: string | null;
  decisionId: string | null;
  gated: boolean;
  at: string;
  reportedAt: string;
  actor: string;
  source: Record<string, unknown> | null;
}

export interface CoverageDto {
  apis: {
    api: string;
    environment: string;
    gated: boolean;
    deployments: number;
    ungatedDeployments: number;
    lastDecisionAt: string | null;
    lastDeploymentAt: string | null;
  }[];
  totals: { apis: number; gatedApis: number; deployments: number; ungatedDeployments: number };
}
