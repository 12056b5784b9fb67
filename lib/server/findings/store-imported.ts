import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { newId } from '#db/new-id.ts';
import { findings } from '#db/schema/revisions.ts';
import { findingDueAt } from '#lib/domain/findings/due.ts';
import type { SarifRun } from '#lib/domain/findings/from-sarif.ts';
import type { ImportedFinding } from '#lib/domain/findings/read-sarif-result.ts';
import type { ApiRecord } from '../apis/load-api.ts';
import type { Ctx } from '../context.ts';
import { currentPolicy } from '../policies/current-policy.ts';

/** Rows of one insert; a SARIF file may hold 100,000 results. */
const BATCH = 1000;

/** Keeps findings of other scanners; what people decided about one stays with it. Returns how many are new. Called by verbs that authorise and audit. */
export async function storeImported(
  tx: Transaction,
  ctx: Ctx,
  api: Pick<ApiRecord, 'id' | 'tier'>,
  imported: readonly ImportedFinding[],
): Promise<number> {
  const policy = await currentPolicy(tx);
  const rows = imported.map(({ tool, category, pointers, occurrences, ...finding }) => ({
    ...finding,
    id: newId(ctx.now.getTime()),
    apiId: api.id,
    source: tool,
    state: 'open' as const,
    firstSeenAt: ctx.now,
    lastSeenAt: ctx.now,
    dueAt: findingDueAt(finding.severity, ctx.now, policy.tiers[api.tier]),
    runCategory: category,
    places: pointers,
    placeCount: occurrences,
  }));
  let added = 0;
  for (let at = 0; at < rows.length; at += BATCH) added += await upsert(tx, ctx, rows.slice(at, at + BATCH));
  return added;
}

const isBack = sql`${findings.state} = 'fixed'`;
/** The rating of a tool may change between two runs, and then what it says now counts. */
const isRatedAnew = sql`${findings.severity} <> excluded.severity`;

async function upsert(tx: Transaction, ctx: Ctx, rows: (typeof findings.$inferInsert)[]): Promise<number> {
  const stored = await tx
    .insert(findings)
    .values(rows)
    .onConflictDoUpdate({
      target: [findings.apiId, findings.source, findings.fingerprint],
      set: {
        severity: sql`excluded.severity`,
        owasp: sql`excluded.owasp`,
        title: sql`excluded.title`,
        why: sql`excluded.why`,
        fix: sql`excluded.fix`,
        runCategory: sql`excluded.run_category`,
        places: sql`excluded.places`,
        placeCount: sql`excluded.place_count`,
        lastSeenAt: ctx.now,
        state: sql`CASE WHEN ${isBack} THEN 'open' ELSE ${findings.state} END`,
        reintroducedAt: sql`CASE WHEN ${isBack} THEN excluded.first_seen_at ELSE ${findings.reintroducedAt} END`,
        fixedAt: null,
        dueAt: sql`CASE WHEN ${isBack} OR ${isRatedAnew} THEN excluded.due_at ELSE ${findings.dueAt} END`,
        version: sql`${findings.version} + CASE WHEN ${isBack} OR ${isRatedAnew} THEN 1 ELSE 0 END`,
      },
    })
    .returning({ isNew: sql<boolean>`(xmax = 0)` });
  return stored.filter((row) => row.isNew).length;
}

/** What a tool reported before and reports no longer, in the same category of its runs, is fixed. Returns how many. */
export async function markAbsent(
  tx: Transaction,
  ctx: Ctx,
  apiId: string,
  { runs, imported }: { runs: readonly SarifRun[]; imported: readonly ImportedFinding[] },
): Promise<number> {
  let fixed = 0;
  for (const { tool, category } of runs) {
    const there = imported.filter((finding) => finding.tool === tool).map(({ fingerprint }) => fingerprint);
    const gone = await tx
      .update(findings)
      .set({ state: 'fixed', fixedAt: ctx.now, version: sql`${findings.version} + 1` })
      .where(
        and(
          eq(findings.apiId, apiId),
          eq(findings.source, tool),
          eq(findings.runCategory, category),
          inArray(findings.state, ['open', 'acknowledged']),
          sql`${findings.fingerprint} <> ALL (${sql.param(there)}::text[])`,
        ),
      );
    fixed += gone.rowCount ?? 0;
  }
  return fixed;
}
