import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { findings, revisionFindings } from '#db/schema/revisions.ts';
import type { ScannedFinding } from '#lib/domain/scan/types.ts';
import { OWN_SOURCE } from '#lib/domain/words.ts';
import type { ApiRecord } from '../apis/load-api.ts';
import type { Ctx } from '../context.ts';
import { ownColumns, placeColumns } from './finding-columns.ts';
import { followMoved } from './follow-moved.ts';
import { markFixed } from './mark-fixed.ts';
import { refreshDueDates } from './refresh-due-dates.ts';
import { upsertFindings } from './upsert-findings.ts';

interface Scanned {
  api: Pick<ApiRecord, 'id' | 'slug' | 'tier'>;
  revisionId: string;
  scanned: ScannedFinding[];
}

/** Rows of one insert: a statement has no more than 65,535 parameters. */
const BATCH = 5000;

/**
 * Findings keep their history over revisions by fingerprint: new, still there, fixed, reintroduced. What people decided
 * about one stays with it, under another name of its component too. Called by verbs that authorise and audit.
 */
export async function storeFindings(
  tx: Transaction,
  ctx: Ctx,
  { api, revisionId, scanned }: Scanned,
): Promise<void> {
  await followMoved(tx, api.id, scanned);
  const stored = await upsertFindings(tx, ctx, api, scanned.map(ownColumns));
  const idOf = new Map(stored.map((row) => [row.fingerprint, row.id]));
  await markGone(tx, ctx, api.id, [...idOf.values()]);
  const places = scanned.map((found) => placeColumns(found, revisionId, idOf.get(found.fingerprint)!));
  for (let at = 0; at < places.length; at += BATCH)
    await tx.insert(revisionFindings).values(places.slice(at, at + BATCH));
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
  await markGone(tx, ctx, apiId, ids);
  const isBack = sql`${findings.state} = 'fixed'`;
  await tx
    .update(findings)
    .set({
      state: sql`CASE WHEN ${isBack} THEN 'open' ELSE ${findings.state} END`,
      fixedAt: null,
      reintroducedAt: sql`CASE WHEN ${isBack} THEN ${ctx.now.toISOString()}::timestamptz ELSE ${findings.reintroducedAt} END`,
      lastSeenAt: ctx.now,
      version: sql`${findings.version} + 1`,
    })
    .where(and(isAmong(ids), isNotNull(findings.fixedAt)));
  await refreshDueDates(tx, [apiId]);
}

const isAmong = (ids: string[]) => sql`${findings.id} = ANY (${sql.param(ids)}::uuid[])`;

const markGone = (tx: Transaction, ctx: Ctx, apiId: string, stillThere: string[]) =>
  markFixed(
    tx,
    ctx,
    and(eq(findings.apiId, apiId), eq(findings.source, OWN_SOURCE), sql`NOT (${isAmong(stillThere)})`),
  );
