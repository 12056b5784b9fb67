import type { Standing } from '../../identity/standing.ts';
import type { OrganisationRole, Scope, TeamRole } from '../../words.ts';

/** A person with an organisation role and team roles. */
export function someone(
  name: string,
  teamRoles: Record<string, TeamRole> = {},
  role: OrganisationRole = 'member',
): Standing {
  return { kind: 'person', name, role, scopes: [], teamRoles };
}

export function serviceAccount(name: string, ...scopes: Scope[]): Standing {
  return { kind: 'service', name, role: null, scopes, teamRoles: {} };
}

export const OPERATOR: Standing = {
  kind: 'operator',
  name: 'operator',
  role: null,
  scopes: [],
  teamRoles: {},
};
