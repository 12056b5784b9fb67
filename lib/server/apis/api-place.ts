import { sql } from 'drizzle-orm';

/** Of the API `a`: whether a team has accepted it. */
export const OWNER_STATE = sql`CASE WHEN a.owner_team_id IS NOT NULL THEN 'accepted' WHEN a.offered_team_id IS NOT NULL THEN 'offered' ELSE 'none' END`;

/** What rights over the API `a` are judged by. */
export const PLACE = sql`jsonb_build_object('state', ${OWNER_STATE},
  'registeredBy', (SELECT p.email FROM people p WHERE p.id = a.registered_by),
  'ownerPath', coalesce((SELECT o.path FROM teams o WHERE o.id = a.owner_team_id), '{}'),
  'offeredPath', coalesce((SELECT o.path FROM teams o WHERE o.id = a.offered_team_id), '{}'))`;
