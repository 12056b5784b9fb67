import { inArray, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { apis, riskHistory } from '#db/schema/apis.ts';
import type { Ctx } from '../context.ts';
import type { CompleteFacts } from '../posture/refresh-posture.ts';
import { risksOf } from './risk-of.ts';

/** Keeps the risk that lists sort by, and one row of history whenever it changed, so that any past date can be shown. */
export async function refreshRisk(tx: Transaction, ctx: Pick<Ctx, 'now'>, facts: CompleteFacts[]): Promise<void> {
  const risks = await risksOf(tx, facts, ctx.now);
  if (risks.size === 0) return;
  const known = await tx
    .select({ id: apis.id, score: apis.riskScore, level: apis.riskLevel, hasHistory: sql<boolean>`EXISTS (SELECT 1 FROM risk_history h WHERE h.api_id = "apis"."id")` })
    .from(apis)
    .where(inArray(apis.id, [...risks.keys()]));
  const changed = known.filter(({ id, score, level, hasHistory }) => {
    const risk = risks.get(id)!;
    return !hasHistory || risk.score !== score || risk.level !== level;
  });
  if (changed.length === 0) return;
  const rows = changed.map(({ id }) => ({ apiId: id, at: ctx.now, ...risks.get(id)! }));
  await tx.insert(riskHistory).values(rows);
  await tx.execute(sql`
    UPDATE apis SET risk_score = r.score, risk_level = r.level
    FROM unnest(${sql.param(rows.map((row) => row.apiId))}::uuid[], ${sql.param(rows.map((row) => row.score))}::int[],
      ${sql.param(rows.map((row) => row.level))}::text[]) AS r (id, score, level)
    WHERE apis.id = r.id`);
}
