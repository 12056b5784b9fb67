import { forbidden } from '../identity/refusal.ts';
import type { Refusal } from '../identity/refusal.ts';
import { administers, managesTeam } from '../identity/standing.ts';
import type { Standing, TeamPath } from '../identity/standing.ts';

/** Administrators make teams anywhere; managers make teams below theirs. `parent` is null for a team at the top. */
export function mayCreateTeam(who: Standing, parent: TeamPath | null): Refusal | null {
  if (administers(who)) return null;
  if (parent === null) return forbidden('Only administrators make teams at the top of the tree.');
  return managesTeam(who, parent) ? null : forbidden('Only a manager of the parent team, or of a team above it, adds a team below it.');
}

/** Renaming a team, and adding, changing and removing its members. */
export function mayManageTeam(who: Standing, path: TeamPath): Refusal | null {
  if (administers(who) || managesTeam(who, path)) return null;
  return forbidden('Only a manager of the team, or of a team above it, may change it.');
}

/**
 * Moving a team gives the managers above its new place rights over it, so it needs the right over the team as it
 * stands and over where it goes.
 */
export function mayMoveTeam(who: Standing, path: TeamPath, newParent: TeamPath | null): Refusal | null {
  return mayManageTeam(who, path) ?? mayCreateTeam(who, newParent);
}
