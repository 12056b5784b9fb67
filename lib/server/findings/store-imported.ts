import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { findings } from '#db/schema/revisions.ts';
import type { SarifRun } from '#lib/domain/findings/from-sarif.ts';
import type { ImportedFinding } from '#lib/domain/findings/read-sarif-result.ts';
import type { ApiRecord } from '../apis/load-api.ts';
import type { Ctx } from '../context.ts';
import { markFixed } from './mark-fixed.ts';
import { upsertFindings } from './upsert-findings.ts';

/** Keeps findings of other scanners; what people decided about one stays with it. Returns how many are new. Called by verbs that authorise and audit. */
export async function storeImported(
  tx: Transaction,
  ctx: Ctx,
  api: Pick<ApiRecord, 'id' | 'slug' | 'tier'>,
  imported: readonly ImportedFinding[],
  rights: { mayEase: boolean },
): Promise<number> {
  const stored = await upsertFindings(
    tx,
    ctx,
    api,
    imported.map(({ tool, category, pointers, occurrences, ...finding }) => ({
      ...finding,
      source: tool,
      runCategory: category,
      places: pointers,
      placeCount: occurrences,
    })),
    rights,
  );
  return stored.filter((row) => row.isNew).length;
}

/** What a tool reported before and reports no longer, in the same category of its runs, is fixed; a run that failed says nothing of it. Returns how many. */
export async function markAbsent(
  tx: Transaction,
  ctx: Ctx,
  apiId: string,
  { runs, imported }: { runs: readonly SarifRun[]; imported: readonly ImportedFinding[] },
): Promise<number> {
  let fixed = 0;
  for (const { tool, category, isComplete } of runs) {
    if (!isComplete) continue;
    const there = imported.filter((finding) => finding.tool === tool).map(({ fingerprint }) => fingerprint);
    fixed += await markFixed(
      tx,
      ctx,
      and(
        eq(findings.apiId, apiId),
        eq(findings.source, tool),
        eq(findings.runCategory, category),
        sql`${findings.fingerprint} <> ALL (${sql.param(there)}::text[])`,
      ),
    );
  }
  return fixed;
}
