import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { findings } from '#db/schema/revisions.ts';
import { movedFindings } from '#lib/domain/findings/moved-findings.ts';
import type { SeenFinding } from '#lib/domain/findings/moved-findings.ts';
import type { ScannedFinding } from '#lib/domain/scan/types.ts';
import { OWN_SOURCE } from '#lib/domain/words.ts';

/**
 * Gives the findings of a component that has another name now the fingerprint that they have now, so that they keep
 * their history and what people said of them. Called by verbs that authorise and audit.
 */
export async function followMoved(
  tx: Transaction,
  apiId: string,
  scanned: readonly ScannedFinding[],
): Promise<void> {
  const known = await tx
    .select({ fingerprint: findings.fingerprint })
    .from(findings)
    .where(sql`${findings.apiId} = ${apiId} AND ${findings.source} = ${OWN_SOURCE}`);
  const fingerprints = new Set(known.map(({ fingerprint }) => fingerprint));
  const fresh = scanned.filter(({ fingerprint }) => !fingerprints.has(fingerprint));
  if (known.length === 0 || fresh.length === 0) return;
  const rules = [...new Set(fresh.map(({ rule }) => rule))];
  const there = scanned.map(({ fingerprint }) => fingerprint);
  const { rows } = await tx.execute<SeenFinding & { id: string; [column: string]: unknown }>(sql`
    SELECT f.id, f.rule, seen.operations, seen.operation_count AS "operationCount", seen.pointers
    FROM findings f JOIN LATERAL (
      SELECT r.operations, r.operation_count, r.pointers
      FROM revision_findings r JOIN revisions v ON v.id = r.revision_id
      WHERE r.finding_id = f.id ORDER BY v.number DESC LIMIT 1) seen ON true
    WHERE f.api_id = ${apiId} AND f.source = ${OWN_SOURCE} AND f.fixed_at IS NULL
      AND f.rule = ANY (${sql.param(rules)}::text[])
      AND f.fingerprint <> ALL (${sql.param(there)}::text[])`);
  for (const [{ id }, { fingerprint }] of movedFindings(rows, fresh))
    await tx
      .update(findings)
      .set({ fingerprint, version: sql`${findings.version} + 1` })
      .where(eq(findings.id, id));
}
