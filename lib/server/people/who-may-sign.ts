import { sql } from 'drizzle-orm';

/** Of the person `p`: whether a role in a team means anything. */
export const ELIGIBLE = sql`p.active AND p.role <> 'auditor'`;

/** Everybody who may sign for security, as the rules see them. */
export const SECURITY = sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('email', s.email, 'name', s.name) ORDER BY s.email), '[]')
  FROM people s WHERE s.role = 'security' AND s.active)`;
