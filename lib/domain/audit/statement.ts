import type { Instant } from '../gate/facts.ts';
import type { ApprovalRole, Outcome, Tier } from '../words.ts';

export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
export const SUMMARY_PREDICATE = 'https://slsa.dev/verification_summary/v1';
/** Fields beyond the predicate are named by an address, as the predicate's specification asks. */
export const DECISION_EXTENSION = 'https://gatehouse.dev/attestation/decision/v1';

/** in-toto DigestSet: algorithm → lower-case hex. */
export type DigestSet = Record<string, string>;

export interface Descriptor {
  uri: string;
  digest: DigestSet;
}

export interface DecisionExtension {
  id: string;
  api: string;
  environment: string;
  revision: string | null;
  outcome: Outcome;
  enforced: boolean;
  allowed: boolean;
  /** When the answer would change by time alone; null when it would not. */
  expiresAt: string | null;
}

/** in-toto Statement v1 around a SLSA verification summary v1. */
export interface VerificationStatement {
  _type: typeof STATEMENT_TYPE;
  subject: { name: string; digest: DigestSet }[];
  predicateType: typeof SUMMARY_PREDICATE;
  predicate: {
    verifier: { id: string; version: DigestSet };
    timeVerified: string;
    resourceUri: string;
    policy: Descriptor;
    inputAttestations: Descriptor[];
    verificationResult: 'PASSED' | 'FAILED';
    verifiedLevels: string[];
    [DECISION_EXTENSION]: DecisionExtension;
  };
}

export interface StatementInput {
  /** Address of the portal, without a path. */
  portal: string;
  portalVersion: string;
  at: Instant;
  decision: {
    id: string;
    api: string;
    environment: string;
    revision: string | null;
    outcome: Outcome;
    enforced: boolean;
    allowed: boolean;
    expiresAt: Instant | null;
  };
  tier: Tier;
  /** Roles whose sign-off counts now. */
  signedRoles: readonly ApprovalRole[];
  /** Whether emergency access is what allowed it. */
  emergency: boolean;
  /** The checklist version that was judged by. Digests are `sha256:<hex>`. */
  policy: { uri: string; digest: string };
  signOffs: readonly { uri: string; digest: string }[];
  /** The description and, where one was named, the artifact. */
  subjects: readonly { name: string; digest: string }[];
}

/** The statement about one decision. RangeError without a subject or for a digest that is none. */
export function verificationStatement(input: StatementInput): VerificationStatement {
  const { decision } = input;
  if (input.subjects.length === 0) throw new RangeError('a statement needs a subject');
  return {
    _type: STATEMENT_TYPE,
    subject: input.subjects.map(({ name, digest }) => ({ name, digest: digestSet(digest) })),
    predicateType: SUMMARY_PREDICATE,
    predicate: {
      verifier: { id: input.portal, version: { gatehouse: input.portalVersion } },
      timeVerified: new Date(input.at).toISOString(),
      resourceUri: resourceUri(input.portal, decision.api, decision.environment),
      policy: { uri: input.policy.uri, digest: digestSet(input.policy.digest) },
      inputAttestations: input.signOffs.map(({ uri, digest }) => ({ uri, digest: digestSet(digest) })),
      verificationResult: decision.outcome === 'allowed' ? 'PASSED' : 'FAILED',
      verifiedLevels: verifiedLevels(input),
      [DECISION_EXTENSION]: {
        ...decision,
        expiresAt: decision.expiresAt === null ? null : new Date(decision.expiresAt).toISOString(),
      },
    },
  };
}

/** Names the API and the environment: an attestation for one environment must never pass for another. */
export function resourceUri(portal: string, api: string, environment: string): string {
  return `${portal}/apis/${encodeURIComponent(api)}?environment=${encodeURIComponent(environment)}`;
}

/** Own names, as the predicate allows; `SLSA_…` would claim something about how the artifact was built. */
function verifiedLevels({ decision, tier, signedRoles, emergency }: StatementInput): string[] {
  if (decision.outcome !== 'allowed') return ['FAILED'];
  return [
    `GATEHOUSE_TIER_${tier.toUpperCase()}`,
    ...signedRoles.map((role) => `GATEHOUSE_SIGNED_OFF_${role.toUpperCase()}`),
    ...(emergency ? ['GATEHOUSE_EMERGENCY_ACCESS'] : []),
  ];
}

const HEX_LENGTH: Record<string, number> = { sha256: 64, sha384: 96, sha512: 128 };

/** `sha256:<hex>` as a DigestSet. RangeError for anything else. */
export function digestSet(digest: string): DigestSet {
  const [, algorithm, hex] = /^(sha256|sha384|sha512):([0-9a-f]+)$/.exec(digest) ?? [];
  if (!algorithm || !hex || hex.length !== HEX_LENGTH[algorithm])
    throw new RangeError(`${digest} is no digest`);
  return { [algorithm]: hex };
}
