import type { TeamRole } from '../../words.ts';
import { FIRST_MEMBERS, PARENT, REGISTRANT, ROLE_OF, type Entry, type Name, type Team } from './history.ts';

/*
 * The oracle reads a log backwards and keeps nothing: every answer is a search. It is written apart from the rules of
 * the product and imports none of them, so that the same mistake is not made twice.
 */
export type Log = readonly Entry[];

/** Index of the last entry that fits, before `end`; -1 when none does. */
export function lastIndex(log: Log, fits: (entry: Entry) => boolean, end = log.length): number {
  for (let index = end - 1; index >= 0; index -= 1) {
    const entry = log[index];
    if (entry && fits(entry)) return index;
  }
  return -1;
}

export function roleInTeam(log: Log, team: Team, person: Name): TeamRole | null {
  const entry =
    log[lastIndex(log, (one) => one.kind === 'join' && one.team === team && one.person === person)];
  if (entry?.kind === 'join') return entry.role;
  return FIRST_MEMBERS.find(([of, who]) => of === team && who === person)?.[2] ?? null;
}

export function isActive(log: Log, person: Name): boolean {
  const entry = log[lastIndex(log, (one) => one.kind === 'activate' && one.person === person)];
  return entry?.kind === 'activate' ? entry.on : true;
}

/** Present and allowed to write at all. */
export const counts = (log: Log, person: Name): boolean =>
  ROLE_OF[person] !== 'auditor' && isActive(log, person);

export function isManagerOverOr(log: Log, person: Name, team: Team | null): boolean {
  for (let at = team; at !== null; at = PARENT[at]) {
    if (counts(log, person) && roleInTeam(log, at, person) === 'manager') return true;
  }
  return false;
}

const EVERY_TEAM: Team[] = ['company', 'retail', 'loans', 'cards'];
export const isManagerAnywhere = (log: Log, person: Name): boolean =>
  counts(log, person) && EVERY_TEAM.some((team) => roleInTeam(log, team, person) === 'manager');

/** Where the present ownership began in the log; -1 while nobody has accepted. */
export const ownershipIndex = (log: Log): number =>
  lastIndex(log, (one) => one.kind === 'accept' || (one.kind === 'offer' && one.atOnce === true));

export function teamOffered(log: Log, end: number): Team | null {
  const index = lastIndex(
    log,
    ({ kind }) => kind === 'offer' || kind === 'accept' || kind === 'decline',
    end,
  );
  const entry = log[index];
  return entry?.kind === 'offer' && !entry.atOnce ? entry.team : null;
}

export function owningTeam(log: Log): Team | null {
  const index = ownershipIndex(log);
  const entry = log[index];
  if (entry?.kind === 'offer') return entry.team;
  return index < 0 ? null : teamOffered(log, index);
}

/** In the owning team or managing above it; while nobody owns the API, who registered it. */
export function belongs(log: Log, person: Name): boolean {
  const team = owningTeam(log);
  if (!counts(log, person)) return false;
  if (team === null) return person === REGISTRANT;
  return roleInTeam(log, team, person) !== null || isManagerOverOr(log, person, team);
}

/** The nearest people, from the team up, who may sign for the owner and are not among the excluded. */
export function climb(log: Log, team: Team | null, excluded: readonly Name[]): Name[] {
  for (let at = team; at !== null; at = PARENT[at]) {
    const found: Name[] = [];
    for (const person of Object.keys(ROLE_OF) as Name[]) {
      const role = roleInTeam(log, at, person);
      const signs = role === 'manager' || role === 'approver';
      if (signs && counts(log, person) && !excluded.includes(person)) found.push(person);
    }
    if (found.length > 0) return found;
  }
  return [];
}

export const securityLeft = (log: Log, excluded: readonly Name[]): Name[] =>
  (['sam', 'sue'] as const).filter((person) => counts(log, person) && !excluded.includes(person));
