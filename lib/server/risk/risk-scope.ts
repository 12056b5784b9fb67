import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

export interface RiskScope {
  /** With everything below it. */
  team?: string;
  application?: string;
}

/** Ids of the team and of all below it, as the tree is now. */
export const teamIds = (team: string): SQL =>
  sql`(SELECT id FROM teams WHERE path @> ARRAY[${team}]::text[])`;

export const applicationIdOf = (application: string): SQL =>
  sql`(SELECT id FROM applications WHERE slug = ${application})`;

/** On the APIs `a`. Retired ones run nowhere and count nowhere. */
export function scopeCondition({ team, application }: RiskScope): SQL {
  return sql.join(
    [
      sql`a.lifecycle <> 'retired'`,
      ...(team ? [sql`a.owner_team_id IN ${teamIds(team)}`] : []),
      ...(application ? [sql`a.application_id = ${applicationIdOf(application)}`] : []),
    ],
    sql` AND `,
  );
}

/** On a row of history `h` of the API `a`: who owned it then, in the application it is in now. */
export function pastScopeCondition({ team, application }: RiskScope): SQL {
  return sql.join(
    [
      sql`h.lifecycle <> 'retired'`,
      ...(team ? [sql`h.owner_team_id IN ${teamIds(team)}`] : []),
      ...(application ? [sql`a.application_id = ${applicationIdOf(application)}`] : []),
    ],
    sql` AND `,
  );
}

export function withScope(list: string, { team, application }: RiskScope): string {
  const more = new URLSearchParams({
    ...(team ? { team, subtree: 'true' } : {}),
    ...(application ? { application } : {}),
  });
  if (more.size === 0) return list;
  return `${list}${list.includes('?') ? '&' : '?'}${more}`;
}
