import { sql } from 'drizzle-orm';
import type { SignOffState } from '#lib/domain/words.ts';
import { DAY } from '#lib/domain/policy/periods.ts';
import type { RiskDto, RiskFigure } from '#lib/domain/risk/dto.ts';
import { teamOf } from '../apis/api-scope.ts';
import { ATTESTATION, ownershipOf } from '../ownership/ownership-state.ts';
import type { Ctx } from '../context.ts';
import { iso } from '../iso.ts';
import { NOBODY_CAN_ACT, TEAM_TREE } from '../ownership/team-tree.ts';
import { listsWithin } from './open-list.ts';
import { inProduction, pictureOf } from './risk-picture.ts';
import type { RiskKind } from './risk-picture.ts';
import { scopeCondition } from './risk-scope.ts';
import type { RiskScope } from './risk-scope.ts';

export type RiskSnapshot = Omit<RiskDto, 'asOf' | 'trend' | 'figures'> & {
  figures: Omit<RiskFigure, 'before'>[];
};

type WorstApi = RiskDto['worstApis'][number] & Record<string, unknown>;
type WorstApplication = RiskDto['worstApplications'][number] & Record<string, unknown>;

const HORIZON_WEEKS = 12;
const COUNTING = ['valid', 'expiring'] as const satisfies readonly SignOffState[];

export async function currentRisk(ctx: Ctx, scope: RiskScope): Promise<RiskSnapshot> {
  const chosen = scopeCondition(scope);
  const [kinds, worstApis, worstApplications, horizon] = await Promise.all([
    ctx.db.execute<RiskKind & Record<string, unknown>>(sql`${TEAM_TREE}
      SELECT a.tier, a.risk_level AS level, ${ownershipOf(ctx)} AS ownership, a.gate AS outcome,
        coalesce(po.sign_off, 'missing') AS "signOff", least(a.risk_score / 10, 9) AS bin,
        ${NOBODY_CAN_ACT} AS "isStuck", count(*) AS count, sum(a.severe_findings) AS severe
      FROM apis a CROSS JOIN ${ATTESTATION} att LEFT JOIN tree t ON t.id = ${teamOf(sql`a`)}
        LEFT JOIN posture po ON po.api_id = a.id AND po.environment = 'production'
      WHERE ${chosen} GROUP BY 1, 2, 3, 4, 5, 6, 7`),
    ctx.db.execute<WorstApi>(sql`
      WITH worst AS (SELECT a.* FROM apis a WHERE ${chosen} ORDER BY a.risk_score DESC, a.slug LIMIT 10)
      SELECT w.slug, w.name, t.slug AS team, t.name AS "teamName", w.tier, w.risk_score AS score, w.risk_level AS level,
        (SELECT h.contributions->0->>'message' FROM risk_history h WHERE h.api_id = w.id ORDER BY h.at DESC, h.id DESC LIMIT 1) AS "topReason"
      FROM worst w LEFT JOIN teams t ON t.id = w.owner_team_id ORDER BY w.risk_score DESC, w.slug`),
    ctx.db.execute<WorstApplication>(sql`
      WITH worst AS (
        SELECT a.application_id, max(a.risk_score) AS score, count(*) AS "apiCount" FROM apis a
        WHERE ${chosen} AND a.application_id IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10)
      SELECT p.slug, p.name, w.score, w."apiCount", x.slug AS "worstApi", x.name AS "worstApiName", x.risk_level AS level
      FROM worst w JOIN applications p ON p.id = w.application_id
        CROSS JOIN LATERAL (SELECT a.slug, a.name, a.risk_level FROM apis a WHERE a.application_id = w.application_id AND ${chosen}
          ORDER BY a.risk_score DESC, a.slug LIMIT 1) x
      ORDER BY w.score DESC, p.slug`),
    expiryHorizon(ctx, scope),
  ]);
  return {
    ...pictureOf(kinds.rows, listsWithin(scope)),
    worstApis: worstApis.rows,
    worstApplications: worstApplications.rows,
    expiryHorizon: horizon,
  };
}

const dayOf = (at: string) => at.slice(0, 10);

/** Sign-offs that run out, by week from this one on. */
async function expiryHorizon(ctx: Ctx, scope: RiskScope): Promise<RiskDto['expiryHorizon']> {
  const { rows } = await ctx.db.execute<{ week: string; count: number }>(sql`
    SELECT w AS week, count(x.api_id) AS count
    FROM generate_series(date_trunc('week', ${ctx.now}::timestamptz), date_trunc('week', ${ctx.now}::timestamptz)
      + make_interval(weeks => ${HORIZON_WEEKS - 1}), interval '1 week') w
    LEFT JOIN (SELECT po.api_id, po.sign_off_valid_until AS until FROM posture po JOIN apis a ON a.id = po.api_id
      WHERE po.environment = 'production' AND po.sign_off IN (${sql.join(
        COUNTING.map((state) => sql`${state}`),
        sql`, `,
      )}) AND ${scopeCondition(scope)}) x
      ON x.until >= w AND x.until < w + interval '1 week' GROUP BY 1 ORDER BY 1`);
  const open = listsWithin(scope);
  return rows.map((row) => {
    const weekFrom = iso(row.week);
    const list = inProduction({
      signOff: COUNTING,
      expiresFrom: dayOf(weekFrom),
      expiresTo: dayOf(new Date(Date.parse(weekFrom) + 6 * DAY).toISOString()),
      sort: 'signOffValidUntil',
    });
    return { weekFrom, count: row.count, href: open(list) };
  });
}
