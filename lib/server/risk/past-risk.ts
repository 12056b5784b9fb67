import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { RiskDto } from '#lib/domain/risk/dto.ts';
import type { Ctx } from '../context.ts';
import type { RiskSnapshot } from './current-risk.ts';
import { NO_LISTS } from './open-list.ts';
import { pictureOf } from './risk-picture.ts';
import type { RiskKind, RiskPicture } from './risk-picture.ts';
import { pastScopeCondition } from './risk-scope.ts';
import type { RiskScope } from './risk-scope.ts';
import { rowsOf } from '../sql/shapes.ts';

/** What was last said of every API by then: the last row of its history before it. */
const snapshots = (scope: RiskScope, at: Date): SQL => sql`
  SELECT a.id AS api_id, a.slug, a.application_id, h.* FROM apis a JOIN LATERAL (
    SELECT h.id, h.tier, h.score, h.level, h.lifecycle, h.ownership, h.owner_team_id, h.offered_team_id, h.outcome, h.sign_off, h.severe_findings
    FROM risk_history h WHERE h.api_id = a.id AND h.at <= ${at} ORDER BY h.at DESC, h.id DESC LIMIT 1) h ON true
  WHERE ${pastScopeCondition(scope)}`;

const KINDS = sql`
  SELECT s.tier, s.level, s.ownership, s.outcome, s.sign_off AS "signOff", least(s.score / 10, 9) AS bin, false AS "isStuck",
    count(*) AS count, sum(s.severe_findings) AS severe
  FROM s GROUP BY 1, 2, 3, 4, 5, 6`;

/** The figures and counts alone. */
export async function pastPicture(ctx: Ctx, scope: RiskScope, at: Date): Promise<RiskPicture> {
  const { rows } = await ctx.db.execute<RiskKind & Record<string, unknown>>(
    sql`WITH s AS (${snapshots(scope, at)}) ${KINDS}`,
  );
  return pictureOf(rows, NO_LISTS);
}

interface Parts extends Record<string, unknown> {
  kinds: RiskKind[];
  apis: RiskDto['worstApis'];
  applications: RiskDto['worstApplications'];
}

/** The same picture as of now, at a past date. The application is that of today. */
export async function pastRisk(ctx: Ctx, scope: RiskScope, at: Date): Promise<RiskSnapshot> {
  const { rows } = await ctx.db.execute<Parts>(sql`
    WITH s AS MATERIALIZED (${snapshots(scope, at)})
    SELECT ${rowsOf(KINDS)} AS kinds,
      ${rowsOf(sql`SELECT a.slug, a.name, t.slug AS team, t.name AS "teamName", s.tier, s.score, s.level, h.contributions->0->>'message' AS "topReason"
        FROM (SELECT * FROM s ORDER BY score DESC, slug LIMIT 10) s JOIN apis a ON a.id = s.api_id
          JOIN risk_history h ON h.id = s.id LEFT JOIN teams t ON t.id = s.owner_team_id
        ORDER BY s.score DESC, s.slug`)} AS apis,
      ${rowsOf(sql`SELECT p.slug, p.name, w.score, w.level, w."apiCount", w."worstApi", x.name AS "worstApiName" FROM (
          SELECT application_id, max(score) AS score, count(*) AS "apiCount",
            (array_agg(slug ORDER BY score DESC, slug))[1] AS "worstApi", (array_agg(level ORDER BY score DESC, slug))[1] AS level
          FROM s WHERE application_id IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10) w
        JOIN applications p ON p.id = w.application_id JOIN apis x ON x.slug = w."worstApi" ORDER BY w.score DESC, p.slug`)} AS applications`);
  const { kinds, apis, applications } = rows[0]!;
  const { ownershipGaps, ...picture } = pictureOf(kinds, NO_LISTS);
  return {
    ...picture,
    ownershipGaps: ownershipGaps.filter((gap) => gap.state !== 'nobody-eligible'),
    worstApis: apis,
    worstApplications: applications,
    expiryHorizon: [],
  };
}
