import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { DAY } from '#lib/domain/policy/periods.ts';
import type { RiskDto } from '#lib/domain/risk/dto.ts';
import type { Ctx } from '../context.ts';
import { remember } from './remember.ts';
import { inApplications, teamIds, teamOf } from '../apis/api-scope.ts';
import { pastScopeCondition, scopeCondition } from './risk-scope.ts';
import type { RiskScope } from './risk-scope.ts';

type Trend = RiskDto['trend'];
type Point = Trend[number];

const WEEKS = 26;
/** Of one answer; a longer span is shown in longer steps. */
const MOST_POINTS = 260;

/** Average and worst score week by week, half a year back from `at` unless another beginning is given, and at `at` itself. */
export async function riskTrend(ctx: Ctx, scope: RiskScope, at: Date, from?: Date): Promise<Trend> {
  const points = pointsBetween(from ?? new Date(at.getTime() - WEEKS * 7 * DAY), at);
  const key = JSON.stringify([
    'trend',
    scope.team,
    scope.application,
    points.at(0),
    points.length,
    points.at(-1),
  ]);
  const [past, last] = await Promise.all([
    points.length === 0
      ? []
      : remember(ctx.db, key, {
          load: () => pastPoints(ctx, scope, points),
          isWorthIt: (trend) => trend.length > 0,
        }),
    lastPoint(ctx, scope, at),
  ]);
  return last ? [...past, last] : past;
}

/** Beginnings of days, so that the same ones are asked for all day long; ascending. */
function pointsBetween(from: Date, at: Date): Date[] {
  const end = Math.floor(at.getTime() / DAY) * DAY;
  const days = Math.max(0, Math.floor((end - from.getTime()) / DAY));
  const step = Math.max(7, Math.ceil(days / MOST_POINTS));
  const count = Math.floor(days / step);
  return Array.from({ length: count }, (_, index) => new Date(end - (count - index) * step * DAY));
}

/**
 * Every row of history takes the score before it out and puts its own in. One pass over the rows tells for every point
 * which scores came and went, and from these counts follow the average and the worst.
 */
async function pastPoints(ctx: Ctx, scope: RiskScope, points: readonly Date[]): Promise<Trend> {
  const thresholds = sql`${sql.param(points.map((point) => point.toISOString()))}::timestamptz[]`;
  const { rows } = await ctx.db.execute<{ point: number; score: number; count: number }>(sql`
    WITH steps AS (
      SELECT h.at, h.score, (${pastScopeCondition({ team: scope.team })})::int AS counts,
        lag(h.score) OVER w AS score_before, lag((${pastScopeCondition({ team: scope.team })})::int) OVER w AS counted_before
      FROM risk_history h WHERE h.at <= ${points.at(-1)!} AND ${ofScope(scope)}
      WINDOW w AS (PARTITION BY h.api_id ORDER BY h.at, h.id))
    SELECT width_bucket(s.at - interval '1 microsecond', ${thresholds}) AS point, x.score, sum(x.n) AS count
    FROM steps s CROSS JOIN LATERAL (VALUES (s.score, s.counts), (s.score_before, -s.counted_before)) x (score, n)
    WHERE x.n <> 0 GROUP BY 1, 2 HAVING sum(x.n) <> 0 ORDER BY 1`);
  const atScore = new Map<number, number>();
  let next = 0;
  return points.flatMap((point, index) => {
    for (; next < rows.length && rows[next]!.point <= index; next += 1) {
      const { score, count } = rows[next]!;
      atScore.set(score, (atScore.get(score) ?? 0) + count);
    }
    return pointOf(point, atScore) ?? [];
  });
}

function pointOf(at: Date, atScore: ReadonlyMap<number, number>): Point | null {
  const counts = [...atScore].filter(([, count]) => count > 0);
  const apis = counts.reduce((sum, [, count]) => sum + count, 0);
  if (apis === 0) return null;
  const total = counts.reduce((sum, [score, count]) => sum + score * count, 0);
  return {
    at: at.toISOString(),
    average: Math.round((total / apis) * 10) / 10,
    worst: Math.max(...counts.map(([score]) => score)),
    apis,
  };
}

/** Only APIs that were ever in the scope, so that a small team's trend reads little. */
function ofScope({ team, application }: RiskScope): SQL {
  return sql.join(
    [
      sql`true`,
      ...(team
        ? [
            sql`h.api_id IN (SELECT x.api_id FROM risk_history x WHERE ${teamOf(sql`x`)} IN ${teamIds([team], true)})`,
          ]
        : []),
      ...(application
        ? [sql`h.api_id IN (SELECT a.id FROM apis a WHERE ${inApplications([application])})`]
        : []),
    ],
    sql` AND `,
  );
}

/** A little slack, so that a clock that is slightly off does not turn now into the past. */
export const NOW_WITHIN_MS = 60_000;

async function lastPoint(ctx: Ctx, scope: RiskScope, at: Date): Promise<Point | null> {
  const isNow = at.getTime() >= ctx.now.getTime() - NOW_WITHIN_MS;
  const scores = isNow
    ? sql`SELECT a.risk_score AS score FROM apis a WHERE ${scopeCondition(scope)}`
    : sql`SELECT h.score FROM apis a JOIN LATERAL (SELECT h.score, h.lifecycle, h.owner_team_id, h.offered_team_id FROM risk_history h
        WHERE h.api_id = a.id AND h.at <= ${at} ORDER BY h.at DESC, h.id DESC LIMIT 1) h ON true WHERE ${pastScopeCondition(scope)}`;
  const { rows } = await ctx.db.execute<{ average: string | null; worst: number | null; apis: number }>(
    sql`SELECT round(avg(x.score), 1) AS average, max(x.score) AS worst, count(*) AS apis FROM (${scores}) x`,
  );
  const { average, worst, apis } = rows[0]!;
  return apis === 0 ? null : { at: at.toISOString(), average: Number(average), worst: worst ?? 0, apis };
}
