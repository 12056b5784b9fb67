import { ITEMS, type Entry, type Name } from './history.ts';
import { climb, lastIndex, owningTeam, ownershipIndex, securityLeft, type Log } from './oracle-people.ts';

export type Phase = 'draft' | 'open' | 'changes' | 'approved' | 'rejected' | 'withdrawn';
type Role = 'owner' | 'security';

/** The sign-offs that were needed when the log had this length. */
export function needed(log: Log, end = log.length): Role[] {
  const entry = log[lastIndex(log, ({ kind }) => kind === 'classify', end)];
  return entry?.kind === 'classify' && entry.high ? ['owner', 'security'] : ['owner'];
}

const about = (review: string) => (entry: Entry) => 'review' in entry && entry.review === review;

export const requestIndex = (log: Log, review: string): number =>
  lastIndex(log, (entry) => entry.kind === 'request' && entry.review === review);

export const submitIndex = (log: Log, review: string): number =>
  lastIndex(log, (entry) => entry.kind === 'submit' && about(review)(entry));

export function environmentOf(log: Log, review: string): string | null {
  const entry = log[requestIndex(log, review)];
  return entry?.kind === 'request' ? entry.environment : null;
}

/** What was uploaded last before the log had this length. */
export function materialAt(log: Log, end = log.length): string | null {
  const entry = log[lastIndex(log, ({ kind }) => kind === 'upload', end)];
  return entry?.kind === 'upload' ? entry.material : null;
}

/** Signatures since the last submission. */
export function signatures(log: Log, review: string): { role: Role; by: Name; at: number; index: number }[] {
  const signed: { role: Role; by: Name; at: number; index: number }[] = [];
  for (let index = submitIndex(log, review) + 1; index < log.length; index += 1) {
    const entry = log[index];
    if (entry?.kind !== 'approve' || entry.review !== review || !entry.signedAs) continue;
    signed.push({ role: entry.signedAs, by: entry.by, at: entry.at, index });
  }
  return signed;
}

export function phase(log: Log, review: string): Phase {
  const last =
    log[
      lastIndex(log, (entry) => about(review)(entry) && entry.kind !== 'answer' && entry.kind !== 'revoke')
    ];
  if (last?.kind === 'submit') return 'open';
  if (last?.kind === 'request-changes') return 'changes';
  if (last?.kind === 'reject') return 'rejected';
  if (last?.kind === 'withdraw') return 'withdrawn';
  if (last?.kind !== 'approve') return 'draft';
  const signed = signatures(log, review);
  const end = log.indexOf(last) + 1;
  return needed(log, end).every((role) => signed.some((one) => one.role === role)) ? 'approved' : 'open';
}

export function answerOf(log: Log, review: string, item: string): { by: Name; value: string } | null {
  const fits = (entry: Entry) => entry.kind === 'answer' && entry.review === review && entry.item === item;
  const entry = log[lastIndex(log, fits)];
  return entry?.kind === 'answer' ? { by: entry.by, value: entry.value } : null;
}

/** Who asked for it, who uploaded what it is about, who answered last. */
export function hands(log: Log, review: string): Name[] {
  const request = log[requestIndex(log, review)];
  const material = materialAt(log, requestIndex(log, review));
  const uploaders = log
    .filter((entry) => entry.kind === 'upload' && entry.material === material)
    .map(({ by }) => by);
  const answerers = ITEMS.flatMap((item) => answerOf(log, review, item)?.by ?? []);
  return [...(request ? [request.by] : []), ...uploaders, ...answerers];
}

const countOf = (log: Log, kind: Entry['kind'], end = log.length): number =>
  log.slice(0, end).filter((entry) => entry.kind === kind).length;

/** Something happened since the request that makes it pointless. */
export function isPast(log: Log, review: string): boolean {
  const asked = requestIndex(log, review);
  if (ownershipIndex(log) > asked) return true;
  if (materialAt(log) !== materialAt(log, asked)) return true;
  if (countOf(log, 'checklist') !== countOf(log, 'checklist', asked)) return true;
  return log.some((entry, index) => {
    if (entry.kind !== 'request' || index <= asked || entry.environment !== environmentOf(log, review))
      return false;
    return !['draft', 'withdrawn'].includes(phase(log, entry.review));
  });
}

/** In which role this person may sign now, or null. */
export function roleToSign(log: Log, review: string, person: Name): Role | null {
  if (phase(log, review) !== 'open' || isPast(log, review) || owningTeam(log) === null) return null;
  if (ITEMS.some((item) => answerOf(log, review, item) === null)) return null;
  const signed = signatures(log, review);
  const out = [...hands(log, review), ...signed.map(({ by }) => by)];
  const open = needed(log).filter((role) => !signed.some((one) => one.role === role));
  const owners = open.includes('owner') ? climb(log, owningTeam(log), out) : [];
  const guards = open.includes('security') ? securityLeft(log, out) : [];
  if (owners.includes(person) && guards.includes(person)) return guards.length > 1 ? 'owner' : 'security';
  if (owners.includes(person)) return 'owner';
  return guards.includes(person) ? 'security' : null;
}

/** Whether this person may send it back or turn it down. */
export function mayTurnDown(log: Log, review: string, person: Name): boolean {
  const out = hands(log, review);
  if (phase(log, review) !== 'open' || out.includes(person) || owningTeam(log) === null) return false;
  if (climb(log, owningTeam(log), out).includes(person)) return true;
  return needed(log).includes('security') && securityLeft(log, out).includes(person);
}
