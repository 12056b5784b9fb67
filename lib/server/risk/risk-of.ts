import { sql } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { riskInput } from '#lib/domain/risk/risk-input.ts';
import type { RiskExtras } from '#lib/domain/risk/risk-input.ts';
import { scoreRisk } from '#lib/domain/risk/score.ts';
import type { RiskScore } from '#lib/domain/risk/score.ts';
import type { CompleteFacts } from '../posture/refresh-posture.ts';

/** Deployments without a decision count this long. */
const UNGATED_DAYS = 90;

interface ExtrasRow extends RiskExtras, Record<string, unknown> {
  id: string;
}

/** The risk of every API in the facts, by the environment that matters most of those given. */
export async function risksOf(db: Queryable, facts: CompleteFacts[], now: Date): Promise<Map<string, RiskScore>> {
  const byApi = new Map<string, CompleteFacts>();
  for (const one of facts) {
    if (!byApi.has(one.apiId) || one.environment.slug === 'production') byApi.set(one.apiId, one);
  }
  if (byApi.size === 0) return new Map();
  const { rows } = await db.execute<ExtrasRow>(sql`
    SELECT a.id, a.protections, (SELECT count(*) FROM deployments d WHERE d.api_id = a.id AND NOT d.gated
        AND d.at > ${now}::timestamptz - make_interval(days => ${UNGATED_DAYS})) AS "ungatedDeployments"
    FROM apis a WHERE a.id = ANY (${sql.param([...byApi.keys()])}::uuid[])`);
  return new Map(rows.map((row) => [row.id, scoreRisk(riskInput(byApi.get(row.id)!, row))]));
}

export async function riskOf(db: Queryable, facts: CompleteFacts[], now: Date): Promise<RiskScore> {
  return [...(await risksOf(db, facts, now)).values()][0]!;
}
