import { sql } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { riskInput } from '#lib/domain/risk/risk-input.ts';
import type { RiskExtras } from '#lib/domain/risk/risk-input.ts';
import { scoreRisk } from '#lib/domain/risk/score.ts';
import type { RiskScore } from '#lib/domain/risk/score.ts';
import type { CompleteFacts } from '../gate/complete-facts.ts';

/** Deployments without a decision count this long. */
const UNGATED_DAYS = 90;

/**
 * What goes into the history beside the score: the keys of the team of record and of the one that an offer waits for, and
 * how many severe findings the list of them holds, also those that another scanner reported before anybody described the API.
 */
interface Extras extends RiskExtras {
  ownerTeamId: string | null;
  offeredTeamId: string | null;
  severeFindings: number;
}

interface ExtrasRow extends Extras, Record<string, unknown> {
  id: string;
}

/** Of every API the facts about the environment that matters most: production, else the last of those given. */
export function mattering<Facts extends CompleteFacts>(facts: Facts[]): Facts[] {
  const byApi = new Map<string, Facts>();
  for (const one of facts) {
    if (byApi.get(one.apiId)?.environment.slug !== 'production') byApi.set(one.apiId, one);
  }
  return [...byApi.values()];
}

/** What the risk needs beyond the facts of a decision. */
export async function riskExtras(db: Queryable, apiIds: string[], now: Date): Promise<Map<string, Extras>> {
  const { rows } = await db.execute<ExtrasRow>(sql`
    SELECT a.id, a.protections, a.owner_team_id AS "ownerTeamId", a.offered_team_id AS "offeredTeamId",
      (SELECT count(*) FROM findings f WHERE f.api_id = a.id AND f.severity IN ('critical', 'high')
        AND f.state IN ('open', 'acknowledged')) AS "severeFindings",
      (SELECT count(*) FROM deployments d WHERE d.api_id = a.id AND NOT d.gated
        AND d.at > ${now}::timestamptz - make_interval(days => ${UNGATED_DAYS})) AS "ungatedDeployments"
    FROM apis a WHERE a.id = ANY (${sql.param(apiIds)}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The risk of the one API that the facts are about. */
export async function riskOf(db: Queryable, facts: CompleteFacts[], now: Date): Promise<RiskScore> {
  const [one] = mattering(facts);
  if (!one) throw new Error('no facts to score');
  const extras = await riskExtras(db, [one.apiId], now);
  return scoreRisk(riskInput(one, extras.get(one.apiId)!));
}
