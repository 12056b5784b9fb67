import type { Contribution } from '../risk/contribution.ts';
import type { Right } from '../teams/dto.ts';
import type {
  ApiKind,
  Criticality,
  DataClass,
  Exposure,
  Lifecycle,
  Outcome,
  OwnerState,
  OwnershipState,
  RiskLevel,
  SignOffState,
  Tier,
} from '../words.ts';
import type { ReasonDto } from '../gate/dto.ts';

export interface ApiHost {
  host: string;
  basePath?: string;
  environment: string;
}

export interface Protections {
  gateway?: boolean;
  waf?: boolean;
  authentication?: boolean;
  rateLimit?: boolean;
}

export interface OwnerDto {
  /** The owning team, or while nobody has accepted the team it is offered to. */
  team: string | null;
  teamName: string | null;
  state: OwnerState;
  since: string | null;
  confirmedAt: string | null;
  /** A hand-over that waits for acceptance while the present team still owns the API. */
  offer: { team: string; teamName: string; by: string | null; at: string } | null;
}

export interface SignOffDto {
  environment: string;
  state: SignOffState;
  validUntil: string | null;
  daysLeft: number | null;
  by: { role: 'owner' | 'security'; email: string; name: string; at: string }[];
  reviewId: string | null;
}

export interface RevisionRefDto {
  id: string;
  number: number;
  version: string;
  digest: string;
  materialDigest: string;
  uploadedAt: string;
}

/** One row of the inventory. */
export interface ApiRowDto {
  slug: string;
  name: string;
  description: string;
  kind: ApiKind;
  exposure: Exposure;
  dataClass: DataClass;
  criticality: Criticality;
  tier: Tier;
  lifecycle: Lifecycle;
  application: { slug: string; name: string } | null;
  owner: { team: string | null; teamName: string | null; state: OwnerState; since: string | null };
  ownership: OwnershipState;
  risk: { score: number; level: RiskLevel };
  /** For the environment of the question; `environment` says which one that was. */
  signOff: { state: SignOffState; validUntil: string | null; environment: string | null };
  gate: Outcome;
  latestRevision: { id: string; version: string; uploadedAt: string } | null;
  productionRevision: { id: string; version: string } | null;
  tags: string[];
  updatedAt: string;
}

export interface ApiDto extends Omit<
  ApiRowDto,
  'owner' | 'risk' | 'signOff' | 'latestRevision' | 'productionRevision'
> {
  hosts: ApiHost[];
  repository: string | null;
  protections: Protections;
  registeredBy: string | null;
  createdAt: string;
  owner: OwnerDto;
  risk: { score: number; level: RiskLevel; contributions: Contribution[] };
  latestRevision: RevisionRefDto | null;
  productionRevision: RevisionRefDto | null;
  /** Production's sign-off, null when none was ever given. */
  signOff: SignOffDto | null;
  /** May it ship, for every environment in their order. */
  verdicts: VerdictDto[];
  version: number;
  rights: Record<ApiAction, Right>;
}

export const API_ACTIONS = [
  'edit',
  'remove',
  'upload',
  'offer',
  'accept',
  'decline',
  'attest',
  'requestReview',
  'propose-exception',
  'open-emergency',
  'judge-finding',
  'dismiss-finding',
] as const;
export type ApiAction = (typeof API_ACTIONS)[number];

export interface VerdictDto {
  environment: string;
  environmentName: string;
  gate: 'enforce' | 'shadow' | 'off';
  outcome: Outcome;
  allowed: boolean;
  enforced: boolean;
  reasons: ReasonDto[];
  signOff: SignOffDto;
}
