import { DAY, MINUTE } from '../../policy/periods.ts';
import type { EmergencyFacts, GateFacts, OwnerFacts, ReviewFacts, SignOffFacts } from '../facts.ts';
import { REASON_CODES, type ReasonCode } from '../reason-codes.ts';
import { API, APPROVED, CHAIN, HIGH, NOW, OPEN, OWNER, SIGN_OFF } from './example.ts';
import { anna, unsigned, withApi, withEnvironment, withOwner, withRevision } from './example.ts';

type Change = (facts: GateFacts) => GateFacts;

export const EMERGENCY: EmergencyFacts = {
  id: 'emergency-1',
  environment: 'production',
  openedAt: NOW - 10 * MINUTE,
  expiresAt: NOW + 50 * MINUTE,
  usedAt: null,
  reviewedAt: null,
  outcome: null,
};

/** A review on its way or decided, and no sign-off. */
const review =
  (state: ReviewFacts['state']): Change =>
  (facts) =>
    unsigned(facts, { ...OPEN, state });

/** Something wrong with the sign-off that was given, beside whatever other review there is. */
const signedWith =
  (change: Partial<SignOffFacts>): Change =>
  (facts) => {
    const { reviews = [], signOffs = [] } = facts.api ?? {};
    const others = reviews.filter(({ id }) => id !== APPROVED.id);
    const [given = SIGN_OFF] = signOffs;
    return withApi(facts, { reviews: [...others, APPROVED], signOffs: [{ ...given, ...change }] });
  };

/** The owner and, since they were requested under this owner, the reviews that are not signed. */
const owner =
  (change: Partial<OwnerFacts>): Change =>
  (facts) => {
    const term = change.term ?? '';
    const reviews = (facts.api?.reviews ?? []).map((one) =>
      one.state === 'approved' ? one : { ...one, term },
    );
    return withOwner(withApi(facts, { reviews }), change);
  };

const NOBODY = CHAIN.map((rank) => ({ ...rank, managers: [], approvers: [] }));

/** The tier needs both sign-offs, and only the owner's is given: on the open review if there is one. */
const missingRole: Change = (facts) => {
  const { reviews, signOffs } = facts.api ?? API;
  const approvals = [{ role: 'owner' as const, by: anna.email, at: OPEN.openedAt + 1 }];
  if (reviews.some(({ state }) => state === 'open')) {
    const signed = reviews.map((one) => (one.state === 'open' ? { ...one, approvals } : one));
    return withApi(facts, { ...HIGH, reviews: signed });
  }
  return signedWith({})(withApi(facts, { ...HIGH, reviews, signOffs }));
};

const unmet: Change = (facts) => {
  const items = [{ key: 'auth', question: 'Is every operation authenticated?', answer: 'no' as const }];
  return withApi(facts, { reviews: (facts.api?.reviews ?? []).map((one) => ({ ...one, items })) });
};

const FINDING = {
  id: 'finding-1',
  rule: 'no-authentication',
  title: 'An operation without authentication',
  severity: 'critical' as const,
  state: 'open' as const,
};

/** A change of the example that gives each reason, in the order in which several are made. */
const CHANGES = {
  'review.none': (facts) => unsigned(facts),
  'review.open': review('open'),
  'review.changes-requested': review('changes-requested'),
  'review.rejected': review('rejected'),
  'signoff.expired': signedWith({ expiresAt: NOW - 3 * DAY }),
  'signoff.material-change': signedWith({ materialDigest: 'sha256:m0' }),
  'signoff.owner-changed': signedWith({ term: 'term-0' }),
  'signoff.checklist-changed': signedWith({ checklistVersion: 2 }),
  'signoff.revoked': signedWith({ revokedAt: NOW - DAY }),
  'signoff.missing-role': missingRole,
  'checklist.unmet': unmet,
  'owner.nobody-eligible': (facts) => withOwner(facts, { chain: NOBODY }),
  'owner.attestation-expired': (facts) => withOwner(facts, { confirmedAt: NOW - 180 * DAY }),
  'owner.offered': owner({ ...OWNER, state: 'offered', term: null, confirmedAt: null }),
  'owner.none': owner({
    state: 'none',
    team: null,
    teamName: null,
    term: null,
    confirmedAt: null,
    chain: [],
  }),
  'environment.frozen': (facts) => withEnvironment(facts, { frozen: true }),
  'lifecycle.retired': (facts) => withApi(facts, { lifecycle: 'retired' }),
  'scan.pending': (facts) => withRevision(facts, { scan: 'pending' }),
  'findings.blocking': (facts) => withRevision(facts, { findings: [FINDING] }),
  'revision.none': (facts) => ({ ...withApi(facts, { revisionCount: 0 }), revision: null }),
  'emergency.active': (facts) => withApi(facts, { emergencies: [EMERGENCY] }),
  shadow: (facts) => withEnvironment(facts, { gate: 'shadow' }),
  'revision.unknown': (facts) => ({ ...withApi(facts, { revisionCount: 1 }), revision: null }),
  'environment.unknown': (facts) => ({ ...facts, environment: null }),
  'api.unknown': (facts) => ({ ...facts, api: null, revision: null }),
} satisfies Record<ReasonCode, Change>;

/** The example with each of these reasons made, whatever their order. */
export function situation(facts: GateFacts, ...codes: ReasonCode[]): GateFacts {
  const inOrder = (Object.keys(CHANGES) as ReasonCode[]).filter((code) => codes.includes(code));
  return inOrder.reduce((changed, code) => CHANGES[code](changed), facts);
}

/** Every two different reasons, each pair once. */
export const PAIRS: [ReasonCode, ReasonCode][] = REASON_CODES.flatMap((one, place) =>
  REASON_CODES.slice(place + 1).map((other): [ReasonCode, ReasonCode] => [one, other]),
);
