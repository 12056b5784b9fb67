import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { BLOCKED } from '#lib/domain/apis/running.ts';

/**
 * The team that an API, or a row of its history, counts for in every list and figure: the team of record, or while there
 * is none the team an offer waits for.
 */
export const teamOf = (row: SQL): SQL => sql`coalesce(${row}.owner_team_id, ${row}.offered_team_id)`;

/** On the API `a`, or with `row` on a row of its history: it counts for one of the teams, or with `subtree` for one below. */
export function inTeams(slugs: readonly string[], subtree: boolean, row = sql`a`): SQL {
  return sql`${teamOf(row)} IN ${teamIds(slugs, subtree)}`;
}

/** Ids of the teams, with `subtree` also of all below them as the tree is now. */
export function teamIds(slugs: readonly string[], subtree: boolean): SQL {
  const list = sql`${sql.param(slugs)}::text[]`;
  return sql`(SELECT t.id FROM teams t WHERE ${subtree ? sql`t.path && ${list}` : sql`t.slug = ANY (${list})`})`;
}

/** On the API `a`. */
export const inApplications = (slugs: readonly string[]): SQL =>
  sql`a.application_id IN (SELECT id FROM applications WHERE slug = ANY (${sql.param(slugs)}::text[]))`;

/** On the API `a`: production would not let it through now. What is retired runs nowhere and is not waited for. */
export const IS_BLOCKED = sql`(a.gate IN (${sql.join(
  BLOCKED.map((outcome) => sql`${outcome}`),
  sql`, `,
)}) AND a.lifecycle <> 'retired')`;
