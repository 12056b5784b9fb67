import {
  ROLE_OF,
  FAULTY,
  FINDING,
  ITEMS,
  type Attempt,
  type Entry,
  type Environment,
  type Name,
} from './history.ts';
import {
  belongs,
  climb,
  counts,
  isActive,
  isManagerAnywhere,
  isManagerOverOr,
  lastIndex,
  owningTeam,
  ownershipIndex,
  roleInTeam,
  teamOffered,
  type Log,
} from './oracle-people.ts';
import * as reviews from './oracle-reviews.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LOW = { signed: 365, excepted: 180 };
const HIGH = { signed: 90, excepted: 60 };

const term = (log: Log, end = log.length) => (reviews.needed(log, end).length > 1 ? HIGH : LOW);

/** Whether the rules let the attempt through, judged by the log alone. */
export function lets(log: Log, attempt: Attempt): boolean {
  const { by } = attempt;
  if (!isActive(log, by)) return false;
  if (!counts(log, by)) return attempt.kind === 'record';
  const owner = owningTeam(log);
  const isSecurity = ROLE_OF[by] === 'security';
  const isAdmin = ROLE_OF[by] === 'admin';
  switch (attempt.kind) {
    case 'join':
      return isAdmin || isManagerOverOr(log, by, attempt.team);
    case 'activate':
    case 'freeze':
      return isAdmin;
    case 'checklist':
      return isSecurity;
    case 'offer':
      if (owner !== null) return owner !== attempt.team && isManagerOverOr(log, by, owner);
      return belongs(log, by) || isManagerAnywhere(log, by) || isSecurity || isAdmin;
    case 'accept':
    case 'decline':
      return isManagerOverOr(log, by, teamOffered(log, log.length));
    case 'confirm':
      return isManagerOverOr(log, by, owner);
    case 'classify':
    case 'retire':
    case 'upload':
      return belongs(log, by);
    case 'request':
      return belongs(log, by) && reviews.materialAt(log) !== null;
    case 'answer':
      return (belongs(log, by) || isSecurity) && isAnswerable(log, attempt.review);
    case 'submit':
      return letsSubmit(log, attempt.review, by);
    case 'approve':
      return reviews.roleToSign(log, attempt.review, by) !== null;
    case 'request-changes':
    case 'reject':
      return reviews.mayTurnDown(log, attempt.review, by);
    case 'withdraw': {
      const isLive = ['draft', 'open', 'changes'].includes(reviews.phase(log, attempt.review));
      return isLive && log[reviews.requestIndex(log, attempt.review)]?.by === by;
    }
    case 'revoke':
      return isSecurity || isManagerOverOr(log, by, owner);
    case 'propose':
      return (isSecurity || (owner !== null && belongs(log, by))) && attempt.days <= term(log).excepted;
    case 'grant':
    case 'drop':
      return letsDecide(log, attempt, by);
    case 'emergency':
      return letsOpen(log, by);
    case 'inspect':
      return letsInspect(log, attempt.emergency, by);
    case 'record':
      return true;
  }
}

function isAnswerable(log: Log, review: string): boolean {
  const phase = reviews.phase(log, review);
  if (reviews.requestIndex(log, review) < 0) return false;
  return (
    phase === 'draft' ||
    phase === 'changes' ||
    (phase === 'open' && reviews.signatures(log, review).length === 0)
  );
}

function letsSubmit(log: Log, review: string, by: Name): boolean {
  const requester = log[reviews.requestIndex(log, review)]?.by;
  if (requester === undefined || (by !== requester && !belongs(log, by))) return false;
  if (!['draft', 'changes'].includes(reviews.phase(log, review)) || reviews.isPast(log, review)) return false;
  return ITEMS.every((item) => reviews.answerOf(log, review, item) !== null);
}

function letsDecide(log: Log, attempt: Attempt & { kind: 'grant' | 'drop' }, by: Name): boolean {
  const about = (kind: Entry['kind']) =>
    log.find((one) => one.kind === kind && 'exception' in one && one.exception === attempt.exception);
  const proposal = about('propose');
  if (proposal?.kind !== 'propose' || about('drop')) return false;
  if (attempt.at >= proposal.at + proposal.days * DAY) return false;
  if (attempt.kind === 'drop') return ROLE_OF[by] === 'security' || proposal.by === by;
  return ROLE_OF[by] === 'security' && proposal.by !== by && !about('grant');
}

const teamThen = (log: Log, index: number) => owningTeam(log.slice(0, index));

function letsOpen(log: Log, by: Name): boolean {
  const owner = owningTeam(log);
  const role = owner && roleInTeam(log, owner, by);
  if (ROLE_OF[by] !== 'admin' && role !== 'manager' && role !== 'approver') return false;
  return !log.some(
    (one, index) =>
      one.kind === 'emergency' &&
      teamThen(log, index) === owner &&
      !log.some((other) => inspects(other, one.emergency)),
  );
}

const inspects = (entry: Entry, emergency: string): boolean =>
  entry.kind === 'inspect' && entry.emergency === emergency;

function letsInspect(log: Log, emergency: string, by: Name): boolean {
  const opened = log.find((one) => one.kind === 'emergency' && one.emergency === emergency);
  if (!opened || opened.by === by || log.some((one) => inspects(one, emergency))) return false;
  const owner = owningTeam(log);
  if (ROLE_OF[by] === 'security' || ROLE_OF[by] === 'admin') return true;
  return owner !== null && (roleInTeam(log, owner, by) === 'approver' || isManagerOverOr(log, by, owner));
}

/** Whether an exception about the target has been granted, not given up, and still runs. */
function isExcepted(log: Log, target: string, now: number): boolean {
  return log.some((one) => {
    if (one.kind !== 'propose' || one.target !== target || now >= one.at + one.days * DAY) return false;
    const has = (kind: Entry['kind']) =>
      log.some((other) => other.kind === kind && 'exception' in other && other.exception === one.exception);
    return has('grant') && !has('drop');
  });
}

const areAnswersFine = (log: Log, review: string, now: number): boolean =>
  ITEMS.every((item) => reviews.answerOf(log, review, item)?.value === 'yes' || isExcepted(log, item, now));

/** Signed in every role needed now, by different people, for this material and owner and checklist, and not run out. */
function isSignedFor(log: Log, review: string, now: number): boolean {
  const asked = reviews.requestIndex(log, review);
  if (reviews.phase(log, review) !== 'approved' || asked <= ownershipIndex(log)) return false;
  if (reviews.materialAt(log, asked) !== reviews.materialAt(log)) return false;
  if (log.slice(asked).some(({ kind }) => kind === 'checklist')) return false;
  const revoked = lastIndex(log, (one) => one.kind === 'revoke' && one.review === review);
  const good = reviews
    .signatures(log, review)
    .filter(({ index, at }) => index > revoked && now < at + term(log, index).signed * DAY);
  const people = new Set(good.map(({ by }) => by));
  return (
    reviews.needed(log).every((role) => good.some((one) => one.role === role)) && people.size === good.length
  );
}

export interface Verdict {
  outcome: 'allowed' | 'awaiting' | 'prevented';
  uses: string | null;
}

/** What the gate must say of the newest description, judged by the log alone. */
export function verdict(log: Log, environment: Environment, now: number): Verdict {
  const here = log.flatMap((one) =>
    one.kind === 'request' && one.environment === environment ? one.review : [],
  );
  const rest = isRestFine(log, now);
  if (rest && here.some((review) => isSignedFor(log, review, now) && areLongestAnswersFine(log, here, now))) {
    return { outcome: 'allowed', uses: null };
  }
  const emergency = usableEmergency(log, environment, now);
  const isRetired = isOn(log, 'retire');
  if (emergency && !isRetired && reviews.materialAt(log) !== null)
    return { outcome: 'allowed', uses: emergency };
  const isSigned = here.some((review) => isSignedFor(log, review, now));
  return { outcome: rest && !isSigned && isWaiting(log, here, now) ? 'awaiting' : 'prevented', uses: null };
}

/** The answers that count are those of the review whose signatures last longest. */
function areLongestAnswersFine(log: Log, here: string[], now: number): boolean {
  const signed = here.filter((review) => isSignedFor(log, review, now));
  const until = (review: string) =>
    Math.min(
      ...reviews
        .signatures(log, review)
        .filter(({ role }) => reviews.needed(log).includes(role))
        .map(({ at, index }) => at + term(log, index).signed * DAY),
    );
  const longest = signed.reduce((best, review) => (until(review) > until(best) ? review : best));
  return areAnswersFine(log, longest, now);
}

const isOn = (log: Log, kind: 'retire' | 'freeze'): boolean => {
  const entry = log[lastIndex(log, (one) => one.kind === kind)];
  return entry !== undefined && 'on' in entry && entry.on;
};

function isRestFine(log: Log, now: number): boolean {
  const began = ownershipIndex(log);
  const confirmed =
    log[
      Math.max(
        began,
        lastIndex(log, ({ kind }) => kind === 'confirm'),
      )
    ];
  if (began < 0 || !confirmed || now >= confirmed.at + 180 * DAY) return false;
  if (isOn(log, 'retire') || isOn(log, 'freeze') || climb(log, owningTeam(log), []).length === 0)
    return false;
  const material = reviews.materialAt(log);
  return material !== null && (material !== FAULTY || isExcepted(log, FINDING, now));
}

function isWaiting(log: Log, here: string[], now: number): boolean {
  const speaking = here.filter((review) => {
    const phase = reviews.phase(log, review);
    if (phase === 'rejected') return isOfNow(log, review);
    return (phase === 'open' || phase === 'changes') && !reviews.isPast(log, review);
  });
  const last = speaking.toSorted((a, b) => reviews.submitIndex(log, b) - reviews.submitIndex(log, a))[0];
  if (last === undefined || reviews.phase(log, last) !== 'open' || !areAnswersFine(log, last, now))
    return false;
  const signed = reviews.signatures(log, last);
  if (signed.some(({ role }) => role === 'owner')) return true;
  const out = [...reviews.hands(log, last), ...signed.map(({ by }) => by)];
  return climb(log, owningTeam(log), out).length > 0;
}

const isOfNow = (log: Log, review: string): boolean =>
  reviews.requestIndex(log, review) > ownershipIndex(log) &&
  reviews.materialAt(log, reviews.requestIndex(log, review)) === reviews.materialAt(log);

function usableEmergency(log: Log, environment: Environment, now: number): string | null {
  for (const one of log) {
    if (one.kind !== 'emergency' || one.environment !== environment || now >= one.at + HOUR) continue;
    const { emergency } = one;
    const isOver = log.some(
      (other) => inspects(other, emergency) || (other.kind === 'record' && other.used === emergency),
    );
    if (!isOver) return emergency;
  }
  return null;
}
