import type { OrganisationRole, Scope, TeamRole } from '../words.ts';

/** Who asks, with all that rights are judged by. Loaded afresh for every request, so that a lost right is lost at once. */
export interface Standing {
  kind: 'person' | 'service' | 'operator' | 'system';
  /** E-mail of a person, slug of a service account, `operator` or `system`. */
  name: string;
  /** Null for everything but people. */
  role: OrganisationRole | null;
  /** Empty for people: a person's token acts with that person's rights. */
  scopes: readonly Scope[];
  /** Slug of each team the person is a member of → role there. */
  teamRoles: Readonly<Record<string, TeamRole>>;
}

/** Slugs from the root down to the team itself, as teams store them. */
export type TeamPath = readonly string[];

/** The person's role in exactly this team. A team may be called `constructor`, which every object seems to have. */
export function roleIn(standing: Standing, team: string): TeamRole | null {
  return Object.hasOwn(standing.teamRoles, team) ? (standing.teamRoles[team] ?? null) : null;
}

/** Manager of the team at the end of the path or of any of its ancestors. */
export function managesTeam(standing: Standing, path: TeamPath): boolean {
  return path.some((team) => roleIn(standing, team) === 'manager');
}

/** Manager of any team at all. */
export function managesSomeTeam(standing: Standing): boolean {
  return Object.values(standing.teamRoles).includes('manager');
}

export function hasRole(standing: Standing, ...roles: OrganisationRole[]): boolean {
  return standing.kind === 'person' && standing.role !== null && roles.includes(standing.role);
}

/** A person who may change anything at all: auditors read everything and change nothing, whatever team they are in. */
export function isColleague(standing: Standing): boolean {
  return hasRole(standing, 'admin', 'security', 'member');
}

/** Whether reviews can wait for this person at all: for security, and for who signs for a team. */
export function signsSomewhere(standing: Standing): boolean {
  const signsForTeam = Object.values(standing.teamRoles).some((role) => role !== 'member');
  return isColleague(standing) && (signsForTeam || hasRole(standing, 'security'));
}

/** The operator at the command line and the product itself may do what an administrator may. */
export function administers(standing: Standing): boolean {
  return standing.kind === 'operator' || standing.kind === 'system' || hasRole(standing, 'admin');
}
