import { DEFAULT_POLICY } from '../../policy/default-policy.ts';
import { DAY } from '../../policy/periods.ts';
import type {
  ApiFacts,
  ApproverRank,
  GateFacts,
  OwnerFacts,
  PersonRef,
  ReviewFacts,
  RevisionFacts,
  SignOffFacts,
} from '../facts.ts';

/** The moment of the question in every example. */
export const NOW = Date.UTC(2026, 4, 1, 12);

export const person = (first: string): PersonRef => ({
  email: `${first.toLowerCase()}@example.test`,
  name: `${first} Example`,
});

export const anna = person('Anna');
export const alex = person('Alex');
export const mona = person('Mona');
export const paul = person('Paul');
export const dev = person('Dev');
export const sam = person('Sam');

/** Team Payments (Mona manages, Anna and Alex approve) below Company (Paul manages). */
export const CHAIN: ApproverRank[] = [
  { team: 'payments', teamName: 'Payments', managers: [mona], approvers: [anna, alex] },
  { team: 'company', teamName: 'Company', managers: [paul], approvers: [] },
];

export const OWNER: OwnerFacts = {
  state: 'accepted',
  team: 'payments',
  teamName: 'Payments',
  term: 'term-1',
  since: NOW - 100 * DAY,
  confirmedAt: NOW - 100 * DAY,
  chain: CHAIN,
};

export const REVISION: RevisionFacts = {
  id: 'revision-1',
  digest: 'sha256:d1',
  materialDigest: 'sha256:m1',
  uploadedBy: dev.email,
  scan: 'done',
  findings: [],
};

/** Requested, answered and uploaded by Dev, signed by Anna ten days ago. */
export const APPROVED: ReviewFacts = {
  id: 'review-1',
  state: 'approved',
  environment: 'production',
  materialDigest: 'sha256:m1',
  term: 'term-1',
  requestedBy: dev.email,
  createdAt: NOW - 12 * DAY,
  checklist: { id: 'default', version: 3 },
  openedAt: NOW - 11 * DAY,
  decidedAt: NOW - 10 * DAY,
  answeredBy: [dev.email],
  uploadedBy: [dev.email],
  items: [{ key: 'auth', question: 'Is every operation authenticated?', answer: 'yes' }],
  approvals: [{ role: 'owner', by: anna.email, at: NOW - 10 * DAY }],
};

export const SIGN_OFF: SignOffFacts = {
  review: 'review-1',
  role: 'owner',
  by: anna.email,
  at: NOW - 10 * DAY,
  expiresAt: NOW + 355 * DAY,
  materialDigest: 'sha256:m1',
  environment: 'production',
  checklistId: 'default',
  checklistVersion: 3,
  term: 'term-1',
  team: 'payments',
  revokedAt: null,
};

/** The same review on its way: submitted and waiting, nobody has signed. */
export const OPEN: ReviewFacts = {
  ...APPROVED,
  id: 'review-2',
  state: 'open',
  createdAt: NOW - 2 * DAY,
  openedAt: NOW - DAY,
  decidedAt: null,
  approvals: [],
};

export const API: ApiFacts = {
  slug: 'ledger',
  name: 'Ledger',
  lifecycle: 'production',
  exposure: 'internal',
  dataClass: 'public',
  criticality: 'low',
  owner: OWNER,
  revisionCount: 1,
  newestRevision: { materialDigest: 'sha256:m1', uploadedAt: NOW - 13 * DAY },
  reviews: [APPROVED],
  signOffs: [SIGN_OFF],
  exceptions: [],
  emergencies: [],
};

/** Tier low, signed, nothing against it: allowed. */
export const ALLOWED: GateFacts = {
  now: NOW,
  asked: { api: 'ledger', environment: 'production', revision: null },
  api: API,
  environment: { slug: 'production', name: 'Production', gate: 'enforce', frozen: false },
  revision: REVISION,
  policy: DEFAULT_POLICY,
  checklist: { id: 'default', version: 3 },
  security: [sam],
};

/** Classification of the tier `high`: owner and security sign. */
export const HIGH = { exposure: 'public', dataClass: 'confidential' } as const satisfies Partial<ApiFacts>;

export const withApi = (facts: GateFacts, change: Partial<ApiFacts>): GateFacts => ({
  ...facts,
  api: { ...(facts.api ?? API), ...change },
});

export const withOwner = (facts: GateFacts, change: Partial<OwnerFacts>): GateFacts =>
  withApi(facts, { owner: { ...(facts.api?.owner ?? OWNER), ...change } });

export const withRevision = (facts: GateFacts, change: Partial<RevisionFacts>): GateFacts => ({
  ...facts,
  revision: { ...(facts.revision ?? REVISION), ...change },
});

export const withEnvironment = (
  facts: GateFacts,
  change: Partial<NonNullable<GateFacts['environment']>>,
): GateFacts => ({ ...facts, environment: facts.environment && { ...facts.environment, ...change } });

/** The same facts with these reviews and no sign-off. */
export const unsigned = (facts: GateFacts, ...reviews: ReviewFacts[]): GateFacts =>
  withApi(facts, { reviews, signOffs: [] });
