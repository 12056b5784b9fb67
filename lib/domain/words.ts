/**
 * The words of the product: every closed vocabulary that the database, the public interface and the pages share.
 * A list is the source, its type follows from it, and tables keyed by a type use `satisfies Record<…>`.
 */
export const ORGANISATION_ROLES = ['admin', 'security', 'auditor', 'member'] as const;
export type OrganisationRole = (typeof ORGANISATION_ROLES)[number];

export const TEAM_ROLES = ['manager', 'approver', 'member'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

export const SCOPES = ['gate:read', 'deployments:write', 'revisions:write', 'traffic:write'] as const;
export type Scope = (typeof SCOPES)[number];

export const API_KINDS = ['rest', 'graphql', 'grpc', 'async', 'soap'] as const;
export type ApiKind = (typeof API_KINDS)[number];

export const EXPOSURES = ['internal', 'partner', 'public'] as const;
export type Exposure = (typeof EXPOSURES)[number];

export const DATA_CLASSES = ['public', 'internal', 'confidential', 'restricted'] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

export const CRITICALITIES = ['low', 'medium', 'high'] as const;
export type Criticality = (typeof CRITICALITIES)[number];

export const TIERS = ['low', 'medium', 'high', 'critical'] as const;
export type Tier = (typeof TIERS)[number];

export const LIFECYCLES = ['design', 'development', 'production', 'deprecated', 'retired'] as const;
export type Lifecycle = (typeof LIFECYCLES)[number];

/** How an API stands with its team: nobody, offered and not yet accepted, accepted. */
export const OWNER_STATES = ['none', 'offered', 'accepted'] as const;
export type OwnerState = (typeof OWNER_STATES)[number];

/** The list filter's view of ownership: `stale` is owned but not re-confirmed within the policy's period. */
export const OWNERSHIP_STATES = ['owned', 'offered', 'unowned', 'stale'] as const;
export type OwnershipState = (typeof OWNERSHIP_STATES)[number];

export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const GRADES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Grade = (typeof GRADES)[number];

export const OWASP_CATEGORIES = [
  'API1',
  'API2',
  'API3',
  'API4',
  'API5',
  'API6',
  'API7',
  'API8',
  'API9',
  'API10',
] as const;
/** OWASP API Security Top 10 2023. */
export type OwaspCategory = (typeof OWASP_CATEGORIES)[number];

/** `source` of what our own scanner found; other findings are named after theirs. */
export const OWN_SOURCE = 'gatehouse';

export const FINDING_STATES = ['open', 'acknowledged', 'false-positive', 'fixed'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

export const ANSWERS = ['yes', 'no', 'not-applicable'] as const;
export type Answer = (typeof ANSWERS)[number];

export const REVIEW_STATES = [
  'draft',
  'open',
  'changes-requested',
  'approved',
  'rejected',
  'withdrawn',
] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export const APPROVAL_ROLES = ['owner', 'security'] as const;
export type ApprovalRole = (typeof APPROVAL_ROLES)[number];

export const SIGN_OFF_STATES = ['valid', 'missing', 'expiring', 'expired', 'void'] as const;
/** `expiring` is valid with 30 days or fewer left; `void` was given once and no longer counts for another reason than time. */
export type SignOffState = (typeof SIGN_OFF_STATES)[number];

export const GATE_MODES = ['enforce', 'shadow', 'off'] as const;
export type GateMode = (typeof GATE_MODES)[number];

export const OUTCOMES = ['allowed', 'prevented', 'awaiting', 'invalid'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const EXCEPTION_STATES = ['proposed', 'active', 'expired', 'rejected', 'revoked'] as const;
export type ExceptionState = (typeof EXCEPTION_STATES)[number];

export const EMERGENCY_OUTCOMES = ['justified', 'unjustified'] as const;
export type EmergencyOutcome = (typeof EMERGENCY_OUTCOMES)[number];

export const DESCRIPTION_FORMATS = [
  'openapi-2.0',
  'openapi-3.0',
  'openapi-3.1',
  'openapi-3.2',
  'graphql',
  'asyncapi-2',
  'asyncapi-3',
  'protobuf',
] as const;
export type DescriptionFormat = (typeof DESCRIPTION_FORMATS)[number];

/** In which descriptions are written. */
export const TEXT_LANGUAGES = ['json', 'yaml', 'graphql', 'protobuf'] as const;
export type TextLanguage = (typeof TEXT_LANGUAGES)[number];

export const RISK_LEVELS = ['low', 'medium', 'high', 'critical'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];
