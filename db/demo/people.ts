import type { OrganisationRole, TeamRole } from '../../lib/domain/words.ts';
import { NAMES } from './names.ts';
import { COMPANY, DIVISION_SLUGS, HEADLESS_TEAMS, ORPHANED_TEAM, TEAMS } from './organisation.ts';

export interface DemoPerson {
  name: string;
  email: string;
  role: OrganisationRole;
  /** Days before now at which the account was closed; null for everybody who still works here. */
  leftDaysAgo: number | null;
}

export interface DemoMembership {
  team: string;
  email: string;
  role: TeamRole;
}

interface Seat {
  team: string | null;
  teamRole: TeamRole;
  role: OrganisationRole;
  leftDaysAgo: number | null;
}

const seat = (
  team: string | null,
  teamRole: TeamRole = 'member',
  role: OrganisationRole = 'member',
): Seat => ({
  team,
  teamRole,
  role,
  leftDaysAgo: null,
});

/** Days before now at which the last manager of the acquired company left. */
const ORPHANED_SINCE = 96;

function seatsOf(team: string): Seat[] {
  if (team === ORPHANED_TEAM) return [{ ...seat(team, 'manager'), leftDaysAgo: ORPHANED_SINCE }, seat(team)];
  if (HEADLESS_TEAMS.includes(team)) return [seat(team), seat(team)];
  if (DIVISION_SLUGS.includes(team)) return [seat(team, 'manager'), seat(team, 'approver')];
  if (TEAMS.some((candidate) => candidate.slug === team && candidate.parent === null)) {
    return [seat(team, 'manager'), seat(team, 'manager')];
  }
  return [seat(team, 'manager'), seat(team, 'approver'), seat(team)];
}

/** One seat a name: people of the central functions first, then team by team from the root down. */
const SEATS: readonly Seat[] = [
  seat(null, 'member', 'admin'),
  seat(null, 'member', 'admin'),
  seat(null, 'member', 'auditor'),
  seat(null, 'member', 'auditor'),
  seat(null, 'member', 'security'),
  seat(null, 'member', 'security'),
  seat(null, 'member', 'security'),
  ...TEAMS.flatMap((team) => seatsOf(team.slug)),
];

function emailOf(name: string, local: string | undefined): string {
  const folded = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return `${local ?? folded.replaceAll(/[^a-z]+/g, '.')}@${COMPANY.domain}`;
}

interface Staffed extends DemoPerson {
  seat: Seat;
}

const STAFF: readonly Staffed[] = SEATS.map((taken, index) => {
  const [name, local] = NAMES[index] ?? [];
  if (name === undefined) throw new Error('more seats than names');
  return { name, email: emailOf(name, local), role: taken.role, leftDaysAgo: taken.leftDaysAgo, seat: taken };
});

export const PEOPLE: readonly DemoPerson[] = STAFF.map(({ name, email, role, leftDaysAgo }) => ({
  name,
  email,
  role,
  leftDaysAgo,
}));

/** Everybody's own team; a few developers help out in a second one. */
export const MEMBERSHIPS: readonly DemoMembership[] = [
  ...STAFF.flatMap(({ email, seat: { team, teamRole } }) =>
    team === null ? [] : [{ team, email, role: teamRole }],
  ),
  { team: 'payouts', email: seatIn('ledger', 'member'), role: 'member' },
  { team: 'tracking', email: seatIn('carriers', 'member'), role: 'member' },
  { team: 'identity', email: seatIn('edge', 'approver'), role: 'approver' },
  { team: 'consent', email: seatIn('accounts', 'member'), role: 'member' },
  { team: 'rates', email: seatIn('catalogue', 'member'), role: 'member' },
];

/** The address of the person who holds that seat in a team. */
export function seatIn(team: string, role: TeamRole): string {
  const found = STAFF.find((person) => person.seat.team === team && person.seat.teamRole === role);
  if (!found) throw new Error(`nobody is ${role} of ${team}`);
  return found.email;
}

export function peopleWithRole(role: OrganisationRole): string[] {
  return STAFF.filter((person) => person.role === role).map((person) => person.email);
}
