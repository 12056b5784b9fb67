import { sql } from 'drizzle-orm';
import type { RiskDto } from '#lib/domain/risk/dto.ts';
import type { Ctx } from '../context.ts';
import { iso } from '../iso.ts';
import type { RiskScope } from './current-risk.ts';

const WEEKS = 26;

/** Average and worst score at the end of each week, half a year back. */
export async function riskTrend(
  ctx: Ctx,
  scope: RiskScope,
  at: Date,
  from?: Date,
): Promise<RiskDto['trend']> {
  const team = scope.team
    ? sql`AND h.owner_team_id IN (SELECT id FROM teams WHERE path @> ARRAY[${scope.team}])`
    : sql``;
  const application = scope.application
    ? sql`AND a.application_id = (SELECT id FROM applications WHERE slug = ${scope.application})`
    : sql``;
  const start = from ?? new Date(at.getTime() - WEEKS * 7 * 86_400_000);
  const { rows } = await ctx.db.execute<{
    day: string;
    average: string | null;
    worst: number | null;
    apis: number;
  }>(sql`
    SELECT d AS day, round(avg(h.score), 1) AS average, max(h.score) AS worst, count(h.score) AS apis
    FROM generate_series(${start}::timestamptz, ${at}::timestamptz, interval '7 days') d
    LEFT JOIN LATERAL (
      SELECT DISTINCT ON (h.api_id) h.score, h.lifecycle FROM risk_history h JOIN apis a ON a.id = h.api_id
      WHERE h.at <= d ${team} ${application} ORDER BY h.api_id, h.at DESC, h.id DESC) h ON h.lifecycle <> 'retired'
    GROUP BY 1 ORDER BY 1`);
  return rows
    .filter((row) => row.apis > 0)
    .map((row) => ({
      at: iso(row.day),
      average: Number(row.average),
      worst: row.worst ?? 0,
      apis: row.apis,
    }));
}
