import type { ChecklistRef, Instant, OwnerFacts, ReviewFacts, SignOffFacts } from '../gate/facts.ts';
import type { ReasonCode } from '../gate/reason-codes.ts';
import { DAY } from '../policy/periods.ts';
import type { ApprovalRole, SignOffState } from '../words.ts';
import { currentTerm, isSameChecklist } from './overtaken.ts';

/** A sign-off with this many days or fewer left counts, and is shown as `expiring`. */
export const EXPIRING_DAYS = 30;

/** The sign-off questions of one API, one environment and one description. */
export interface SignOffQuestion {
  now: Instant;
  environment: string;
  /** Of the description in question; null when there is none, and then nothing counts. */
  materialDigest: string | null;
  owner: Pick<OwnerFacts, 'state' | 'term'>;
  required: readonly ApprovalRole[];
  /** The checklist in force. */
  checklist: ChecklistRef;
  reviews: readonly ReviewFacts[];
  signOffs: readonly SignOffFacts[];
}

export type SignOffCode = Extract<ReasonCode, `signoff.${string}`>;

/** What can be wrong with a sign-off that was given, gravest first. */
const FAULTS_OF_GIVEN = [
  'signoff.revoked',
  'signoff.owner-changed',
  'signoff.material-change',
  'signoff.checklist-changed',
  'signoff.expired',
] as const satisfies readonly SignOffCode[];
type FaultOfGiven = (typeof FAULTS_OF_GIVEN)[number];

/** One thing that is wrong with the sign-off of one role; `signOff` is null when it was never given. */
export interface SignOffFault {
  code: SignOffCode;
  role: ApprovalRole;
  signOff: SignOffFacts | null;
}

export interface SignOffStanding {
  state: SignOffState;
  /** When the first of the sign-offs that count runs out; null when they do not count. */
  validUntil: Instant | null;
  /** Required roles without a sign-off that counts. */
  missingRoles: ApprovalRole[];
  /** Everything that is wrong with the set that comes closest; empty when it counts, or when none was ever given. */
  reasons: SignOffFault[];
  /** The approved review the set was given on; null when none was ever given. */
  review: ReviewFacts | null;
  /** The set that counts, or that comes closest, at most one for each required role. */
  signOffs: SignOffFacts[];
}

interface SignedReview {
  review: ReviewFacts;
  signOffs: SignOffFacts[];
  faults: SignOffFault[];
}

/**
 * Whether the sign-offs still count, from facts alone. They count as a set: every required role, given by different
 * people on one approved review of this environment since it was last submitted, within the present ownership term,
 * for exactly this material, on the checklist in force, neither revoked nor run out. Of several sets the one that
 * counts longest is told; of several that do not count the one with the fewest faults, and of those the latest.
 */
export function signOffStanding(question: SignOffQuestion): SignOffStanding {
  const signed = question.reviews
    .filter((review) => review.state === 'approved' && review.environment === question.environment)
    .map((review) => judgeReview(review, question))
    .filter(({ signOffs }) => signOffs.length > 0);

  const best = signed.toSorted(byWorth)[0];
  if (!best) return neverSigned(question);
  const { review, signOffs, faults } = best;
  if (faults.length > 0) return notCounting(best);
  const validUntil = runsOut(signOffs);
  return {
    state: stateUntil(validUntil, question.now),
    validUntil,
    missingRoles: [],
    reasons: [],
    review,
    signOffs,
  };
}

/** Whether a set that counts was found: the only two states that let anything through. */
export function counts(standing: Pick<SignOffStanding, 'state'>): boolean {
  return standing.state === 'valid' || standing.state === 'expiring';
}

function judgeReview(review: ReviewFacts, question: SignOffQuestion): SignedReview {
  const { required, signOffs } = question;
  const given = signOffs.filter((signOff) => isGivenOn(review, signOff, question));
  const chosen: SignOffFacts[] = [];
  const faults: SignOffFault[] = [];
  for (const role of required) {
    const ofRole = given.filter((signOff) => signOff.role === role && isFromAnother(signOff, chosen));
    const judged = ofRole.map((signOff) => ({ signOff, codes: faultsOf(signOff, question) }));
    const best = judged.toSorted((a, b) => a.codes.length - b.codes.length)[0];
    if (!best) {
      faults.push({ code: 'signoff.missing-role', role, signOff: null });
      continue;
    }
    chosen.push(best.signOff);
    faults.push(...best.codes.map((code) => ({ code, role, signOff: best.signOff })));
  }
  return { review, signOffs: chosen, faults };
}

/** Given on this review since its last submission, for its environment, and not in the future. */
function isGivenOn(review: ReviewFacts, signOff: SignOffFacts, { now }: SignOffQuestion): boolean {
  const isOfReview = signOff.review === review.id && signOff.environment === review.environment;
  return isOfReview && review.openedAt <= signOff.at && signOff.at <= now;
}

/** The sign-offs of two roles are those of two people. */
const isFromAnother = (signOff: SignOffFacts, chosen: SignOffFacts[]): boolean =>
  !chosen.some(({ by }) => by === signOff.by);

function faultsOf(signOff: SignOffFacts, question: SignOffQuestion): FaultOfGiven[] {
  const term = currentTerm(question.owner);
  const given = { id: signOff.checklistId, version: signOff.checklistVersion };
  const stands = {
    'signoff.revoked': signOff.revokedAt === null,
    'signoff.owner-changed': term !== '' && signOff.term === term,
    'signoff.material-change': signOff.materialDigest === question.materialDigest,
    'signoff.checklist-changed': isSameChecklist(given, question.checklist),
    'signoff.expired': question.now < signOff.expiresAt,
  } satisfies Record<FaultOfGiven, boolean>;
  return FAULTS_OF_GIVEN.filter((code) => !stands[code]);
}

function byWorth(a: SignedReview, b: SignedReview): number {
  const fewerFaults = distinctCodes(a).size - distinctCodes(b).size;
  if (fewerFaults !== 0) return fewerFaults;
  return a.faults.length === 0 ? runsOut(b.signOffs) - runsOut(a.signOffs) : lastGiven(b) - lastGiven(a);
}

const distinctCodes = ({ faults }: SignedReview): Set<SignOffCode> => new Set(faults.map(({ code }) => code));
const runsOut = (signOffs: SignOffFacts[]): Instant =>
  Math.min(...signOffs.map(({ expiresAt }) => expiresAt));
const lastGiven = ({ signOffs }: SignedReview): Instant => Math.max(...signOffs.map(({ at }) => at));

const stateUntil = (validUntil: Instant, now: Instant): SignOffState =>
  validUntil - now <= EXPIRING_DAYS * DAY ? 'expiring' : 'valid';

function neverSigned({ required }: SignOffQuestion): SignOffStanding {
  return {
    state: 'missing',
    validUntil: null,
    missingRoles: [...required],
    reasons: [],
    review: null,
    signOffs: [],
  };
}

function notCounting(best: SignedReview): SignOffStanding {
  const { review, signOffs, faults } = best;
  const missingRoles = [...new Set(faults.map(({ role }) => role))];
  return {
    state: stateOf(distinctCodes(best)),
    validUntil: null,
    missingRoles,
    reasons: faults,
    review,
    signOffs,
  };
}

function stateOf(codes: ReadonlySet<SignOffCode>): SignOffState {
  const kinds = [...codes].map((code) => STATE_OF_FAULT[code]);
  return (['void', 'expired'] as const).find((state) => kinds.includes(state)) ?? 'missing';
}

const STATE_OF_FAULT = {
  'signoff.revoked': 'void',
  'signoff.owner-changed': 'void',
  'signoff.material-change': 'void',
  'signoff.checklist-changed': 'void',
  'signoff.expired': 'expired',
  'signoff.missing-role': 'missing',
} as const satisfies Record<SignOffCode, SignOffState>;
