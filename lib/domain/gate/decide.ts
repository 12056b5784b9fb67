import { emergencyState, endOf } from '../emergencies/rules.ts';
import { attestationEndsAt } from '../ownership/attestation.ts';
import { counts, signOffStanding, type SignOffStanding } from '../review/sign-off-state.ts';
import type { Outcome } from '../words.ts';
import { coverFindings, coverItems, type Coverage } from './coverage.ts';
import { currentReview } from './current-review.ts';
import type {
  Decision,
  EmergencyFacts,
  FindingFacts,
  GateFacts,
  Instant,
  Reason,
  ReviewFacts,
  ReviewItemFacts,
} from './facts.ts';
import { apiPath, environmentsPath } from './paths.ts';
import { questionOf, signOffQuestion, type Question } from './question.ts';
import type { ReasonCode } from './reason-codes.ts';
import { checklistReasons, findingReasons } from './reasons/evidence-reasons.ts';
import { ownerReasons } from './reasons/owner-reasons.ts';
import { reviewReasons } from './reasons/review-reasons.ts';
import { stateReasons } from './reasons/state-reasons.ts';
import { unknownReasons } from './reasons/unknown-reasons.ts';

/**
 * The decision every door gives: whether the description may go to the environment now, with every reason against it.
 *
 * - `invalid`: the API, the environment or the description is unknown, and nothing else is judged.
 * - `allowed`: nothing speaks against it, or emergency access is open for it.
 * - `awaiting`: a review is open, and nothing but people's signatures is missing.
 * - `prevented`: everything else.
 *
 * The mode of the environment's gate never changes the outcome, only whether it is enforced; what is unknown is stopped
 * in every mode, since a gate that only watches must at least know what it lets through. A pure function: the same
 * facts give the same answer, and comparisons are written so that a missing or senseless instant blocks.
 */
export function decide(facts: GateFacts): Decision {
  const question = questionOf(facts);
  if (!question) return answer(facts, { outcome: 'invalid', reasons: unknownReasons(facts) });

  const evidence = gather(question);
  const against = reasonsAgainst(question, evidence);
  if (against.length === 0)
    return answer(facts, { outcome: 'allowed', expiresAt: restsUntil(question, evidence) });

  const emergency = openEmergency(question);
  if (emergency && against.every(({ code }) => canWaive(code))) {
    const reasons = [...against, emergencyReason(question)];
    return answer(facts, {
      outcome: 'allowed',
      reasons,
      expiresAt: endOf(emergency),
      usesEmergency: emergency.id,
    });
  }
  return answer(facts, { outcome: isOnlyWaiting(against) ? 'awaiting' : 'prevented', reasons: against });
}

interface Evidence {
  standing: SignOffStanding;
  /** The open review that the question waits for; null while sign-offs count, whatever else is on its way. */
  waiting: ReviewFacts | null;
  /** The review whose answers are judged: the one that gave the sign-offs that count, else the one that waits. */
  judged: ReviewFacts | null;
  findings: Coverage<FindingFacts>;
  items: Coverage<ReviewItemFacts>;
}

function gather(question: Question): Evidence {
  const standing = signOffStanding(signOffQuestion(question));
  const waiting = counts(standing) ? null : openReview(question);
  const judged = counts(standing) ? standing.review : waiting;
  const items = judged ? coverItems(judged, question) : { uncovered: [], until: [] };
  return { standing, waiting, judged, findings: coverFindings(question), items };
}

function openReview(question: Question): ReviewFacts | null {
  const review = currentReview(question);
  return review?.state === 'open' ? review : null;
}

function reasonsAgainst(question: Question, evidence: Evidence): Reason[] {
  const { standing, waiting, judged, findings, items } = evidence;
  return [
    ...stateReasons(question),
    ...ownerReasons(question, waiting),
    ...reviewReasons(question, standing),
    ...findingReasons(question, findings),
    ...checklistReasons(question, judged, items),
  ];
}

const PEOPLE_ONLY: readonly ReasonCode[] = ['review.open', 'signoff.missing-role'];

function isOnlyWaiting(against: Reason[]): boolean {
  const codes = against.map(({ code }) => code);
  return codes.includes('review.open') && codes.every((code) => PEOPLE_ONLY.includes(code));
}

/** No emergency brings back what was retired, and none lets through what nobody has described. */
const NEVER_WAIVED: readonly ReasonCode[] = ['lifecycle.retired', 'revision.none'];

const canWaive = (code: ReasonCode): boolean => !NEVER_WAIVED.includes(code);

function openEmergency({ api, environment, now }: Question): EmergencyFacts | undefined {
  return api.emergencies.find(
    (one) => one.environment === environment.slug && emergencyState(one, now) === 'open',
  );
}

function emergencyReason({ api, environment }: Question): Reason {
  const message = `Emergency access to ${environment.name} is open: it lets one deployment through and must be reviewed afterwards.`;
  return { code: 'emergency.active', message, unblockers: [], path: apiPath(api.slug) };
}

/** The first moment at which something that the permission rests on runs out; a sign-off always does. */
function restsUntil({ api, policy }: Question, { standing, findings, items }: Evidence): Instant {
  const ends = [standing.validUntil, attestationEndsAt(api.owner, policy), ...findings.until, ...items.until];
  return Math.min(...ends.filter((end) => end !== null));
}

type Answer = Pick<Decision, 'outcome'> & Partial<Pick<Decision, 'reasons' | 'expiresAt' | 'usesEmergency'>>;

function answer({ environment }: GateFacts, given: Answer): Decision {
  const { outcome, reasons = [], expiresAt = null, usesEmergency = null } = given;
  const enforced = outcome === 'invalid' || isEnforced(environment);
  const isShadowed = !enforced && environment?.gate === 'shadow' && outcome !== 'allowed';
  return {
    outcome,
    enforced,
    allowed: isAllowed(outcome, enforced),
    reasons: isShadowed ? [...reasons, shadowReason(environment.name)] : reasons,
    expiresAt,
    usesEmergency,
  };
}

/** Everything enforces but the two modes that say they do not: an unknown environment does too. */
const isEnforced = (environment: GateFacts['environment']): boolean =>
  environment?.gate !== 'shadow' && environment?.gate !== 'off';

const isAllowed = (outcome: Outcome, enforced: boolean): boolean => outcome === 'allowed' || !enforced;

function shadowReason(environment: string): Reason {
  const message = `The gate of ${environment} only watches: it records what it would have stopped and stops nothing.`;
  return { code: 'shadow', message, unblockers: [], path: environmentsPath };
}
