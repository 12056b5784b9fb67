import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import type { apis, riskHistory } from '#db/schema/apis.ts';
import type { posture } from '#db/schema/gate.ts';
import { PRODUCTION, shownSignOff } from '#lib/domain/review/shown-sign-off.ts';
import type { SignOffOfEnvironment } from '#lib/domain/review/shown-sign-off.ts';

type PostureRow = typeof posture.$inferInsert;
type RiskRow = Pick<typeof riskHistory.$inferInsert, 'apiId' | 'score' | 'level' | 'severeFindings'>;
type Shown = Pick<
  typeof apis.$inferSelect,
  | 'gate'
  | 'signOff'
  | 'signOffValidUntil'
  | 'signOffEnvironment'
  | 'riskScore'
  | 'riskLevel'
  | 'severeFindings'
> & { id: string };

/** Posture of one API in one environment, in the order of the environments. */
export type PostureInOrder = PostureRow & SignOffOfEnvironment;

/** Keeps with the APIs themselves what lists show, filter and sort by, so that a list reads one table. */
export async function showInLists(
  tx: Transaction,
  risks: readonly RiskRow[],
  rows: readonly PostureInOrder[],
): Promise<void> {
  const byApi = Map.groupBy(rows, (row) => row.apiId);
  const shown = risks.map((risk) => toShown(risk, byApi.get(risk.apiId) ?? []));
  if (shown.length === 0) return;
  const columns = sql`gate, sign_off, sign_off_valid_until, sign_off_environment, risk_score, risk_level, severe_findings`;
  await tx.execute(sql`
    UPDATE apis SET (${columns}) = (s.gate, s."signOff", s."signOffValidUntil", s."signOffEnvironment", s."riskScore", s."riskLevel", s."severeFindings")
    FROM jsonb_to_recordset(${JSON.stringify(shown)}::jsonb) AS s (id uuid, gate text, "signOff" text, "signOffValidUntil" timestamptz,
      "signOffEnvironment" text, "riskScore" int, "riskLevel" text, "severeFindings" int)
    WHERE apis.id = s.id AND (apis.gate, apis.sign_off, apis.sign_off_valid_until, apis.sign_off_environment, apis.risk_score, apis.risk_level, apis.severe_findings)
      IS DISTINCT FROM (s.gate, s."signOff", s."signOffValidUntil", s."signOffEnvironment", s."riskScore", s."riskLevel", s."severeFindings")`);
}

function toShown({ apiId, score, level, severeFindings }: RiskRow, rows: readonly PostureInOrder[]): Shown {
  const production = rows.find((row) => row.environment === PRODUCTION);
  const signOff = shownSignOff(rows) ?? production;
  return {
    id: apiId,
    gate: production?.outcome ?? 'prevented',
    signOff: signOff?.signOff ?? 'missing',
    signOffValidUntil: signOff?.signOffValidUntil ?? null,
    signOffEnvironment: signOff?.environment ?? null,
    riskScore: score,
    riskLevel: level,
    severeFindings,
  };
}
