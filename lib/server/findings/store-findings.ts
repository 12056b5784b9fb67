import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { newId } from '#db/new-id.ts';
import { findings, revisionFindings } from '#db/schema/revisions.ts';
import { findingDueAt } from '#lib/domain/findings/due.ts';
import type { ScannedFinding } from '#lib/domain/scan/types.ts';
import type { ApiRecord } from '../apis/load-api.ts';
import type { Ctx } from '../context.ts';
import { refreshDueDates } from './refresh-due-dates.ts';
import { currentPolicy } from '../policies/current-policy.ts';

interface Scanned {
  api: Pick<ApiRecord, 'id' | 'tier'>;
  revisionId: string;
  scanned: ScannedFinding[];
}

/**
 * Findings keep their history over revisions by fingerprint: new, still there, fixed, reintroduced. What people decided
 * about one stays with it. Called by verbs that authorise and audit.
 */
export async function storeFindings(
  tx: Transaction,
  ctx: Ctx,
  { api, revisionId, scanned }: Scanned,
): Promise<void> {
  const policy = await currentPolicy(tx);
  const rows = scanned.map((finding) => ({
    id: newId(ctx.now.getTime()),
    apiId: api.id,
    source: 'gatehouse',
    fingerprint: finding.fingerprint,
    rule: finding.rule,
    severity: finding.severity,
    owasp: finding.owasp,
    title: finding.title,
    why: finding.why,
    fix: finding.fix,
    state: 'open' as const,
    firstSeenAt: ctx.now,
    lastSeenAt: ctx.now,
    dueAt: findingDueAt(finding.severity, ctx.now, policy.tiers[api.tier]),
  }));
  const stored = rows.length > 0 ? await upsert(tx, ctx, rows) : [];
  await markFixed(
    tx,
    ctx,
    api.id,
    stored.map((row) => row.id),
  );
  if (stored.length === 0) return;
  const idOf = new Map(stored.map((row) => [row.fingerprint, row.id]));
  await tx.insert(revisionFindings).values(
    scanned.map((finding) => ({
      revisionId,
      findingId: idOf.get(finding.fingerprint)!,
      occurrences: finding.occurrences,
      operations: finding.operations,
      operationCount: finding.operationCount,
      pointers: finding.pointers,
    })),
  );
}

function upsert(tx: Transaction, ctx: Ctx, rows: (typeof findings.$inferInsert)[]) {
  const isBack = sql`${findings.state} = 'fixed'`;
  return tx
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
        lastSeenAt: ctx.now,
        state: sql`CASE WHEN ${isBack} THEN 'open' ELSE ${findings.state} END`,
        reintroducedAt: sql`CASE WHEN ${isBack} THEN ${ctx.now.toISOString()}::timestamptz ELSE ${findings.reintroducedAt} END`,
        fixedAt: null,
        dueAt: sql`CASE WHEN ${isBack} THEN excluded.due_at ELSE ${findings.dueAt} END`,
        version: sql`${findings.version} + 1`,
      },
    })
    .returning({ id: findings.id, fingerprint: findings.fingerprint });
}

/** Another known revision is the newest now: what it has is open again, what it has not is fixed. */
export async function refreshFindings(
  tx: Transaction,
  ctx: Ctx,
  apiId: string,
  revisionId: string,
): Promise<void> {
  const there = await tx
    .select({ id: revisionFindings.findingId })
    .from(revisionFindings)
    .where(eq(revisionFindings.revisionId, revisionId));
  const ids = there.map((row) => row.id);
  await markFixed(tx, ctx, apiId, ids);
  if (ids.length === 0) return;
  await tx
    .update(findings)
    .set({
      state: 'open',
      fixedAt: null,
      reintroducedAt: ctx.now,
      lastSeenAt: ctx.now,
      version: sql`${findings.version} + 1`,
    })
    .where(and(inArray(findings.id, ids), eq(findings.state, 'fixed')));
  await refreshDueDates(tx, [apiId]);
}

async function markFixed(tx: Transaction, ctx: Ctx, apiId: string, stillThere: string[]) {
  const gone = and(
    eq(findings.apiId, apiId),
    eq(findings.source, 'gatehouse'),
    inArray(findings.state, ['open', 'acknowledged']),
    ...(stillThere.length > 0 ? [notInArray(findings.id, stillThere)] : []),
  );
  await tx
    .update(findings)
    .set({ state: 'fixed', fixedAt: ctx.now, version: sql`${findings.version} + 1` })
    .where(gone);
}
