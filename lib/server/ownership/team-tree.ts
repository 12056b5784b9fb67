import { sql } from 'drizzle-orm';
import { ELIGIBLE } from '../people/who-may-sign.ts';

/**
 * The beginning of a query over `tree`: every team with whether anybody could sign for it (`can_act`), that one person's
 * key where there is only one (`only_one`), and the first team upwards with a manager, its inbox. Told once for every
 * team, as `approverSet` tells it for one API.
 */
export const TEAM_TREE = sql`
  WITH RECURSIVE able AS (
    SELECT m.team_id, bool_or(m.role = 'manager') AS manages, min(p.id::text) AS first_one, max(p.id::text) AS last_one
    FROM memberships m JOIN people p ON p.id = m.person_id AND ${ELIGIBLE}
    WHERE m.role IN ('manager', 'approver') GROUP BY 1
  ), reach AS (
    SELECT t.id, t.slug, t.name, CASE WHEN able.manages THEN t.slug END AS inbox, CASE WHEN able.manages THEN t.name END AS inbox_name,
      able.first_one, able.last_one
    FROM teams t LEFT JOIN able ON able.team_id = t.id WHERE t.parent_id IS NULL
    UNION ALL
    SELECT t.id, t.slug, t.name, CASE WHEN able.manages THEN t.slug ELSE up.inbox END,
      CASE WHEN able.manages THEN t.name ELSE up.inbox_name END, least(up.first_one, able.first_one), greatest(up.last_one, able.last_one)
    FROM reach up JOIN teams t ON t.parent_id = up.id LEFT JOIN able ON able.team_id = t.id
  ), tree AS (
    SELECT id, slug, name, inbox, inbox_name, first_one IS NOT NULL AS can_act,
      CASE WHEN first_one = last_one THEN first_one END AS only_one
    FROM reach
  )`;

/** Of the API `a` beside the team `t` of the tree that it counts for: a team owns it in which and above which nobody can sign. */
export const NOBODY_CAN_ACT = sql`(a.owner_team_id IS NOT NULL AND NOT t.can_act)`;
