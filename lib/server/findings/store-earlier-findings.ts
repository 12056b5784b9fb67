import { eq, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { newId } from '#db/new-id.ts';
import { findings, revisionFindings } from '#db/schema/revisions.ts';
import type { ScannedFinding } from '#lib/domain/scan/types.ts';
import type { Ctx } from '../context.ts';
import { ownColumns, placeColumns } from './finding-columns.ts';

/** Rows of one insert: a statement has no more than 65,535 parameters. */
const BATCH = 1000;

/**
 * What the rules of now find in a revision that runs and is not the newest. The gate is told of it where it is asked about
 * that revision; what is open is told by the newest one, so no finding changes its state by it, and one that nobody knew
 * comes as mended since. What people decided about a finding stays with it, also where it has another fingerprint by now.
 * Called by verbs that authorise and audit.
 */
export async function storeEarlierFindings(
  tx: Transaction,
  ctx: Ctx,
  { apiId, revisionId, scanned }: { apiId: string; revisionId: string; scanned: ScannedFinding[] },
): Promise<void> {
  const before = await tx
    .select({
      id: findings.id,
      fingerprint: findings.fingerprint,
      rule: findings.rule,
      pointers: revisionFindings.pointers,
    })
    .from(revisionFindings)
    .innerJoin(findings, eq(findings.id, revisionFindings.findingId))
    .where(eq(revisionFindings.revisionId, revisionId));
  const places = (one: { rule: string; pointers: string[] }) => JSON.stringify([one.rule, one.pointers]);
  const fingerprintAt = new Map(before.map((one) => [places(one), one.fingerprint]));
  const there = new Map(
    scanned.map((one) => {
      const fingerprint = fingerprintAt.get(places(one)) ?? one.fingerprint;
      return [fingerprint, { ...one, fingerprint }];
    }),
  );
  await tx.delete(revisionFindings).where(eq(revisionFindings.revisionId, revisionId));
  const all = [...there.values()];
  for (let at = 0; at < all.length; at += BATCH) {
    const batch = all.slice(at, at + BATCH);
    const idOf = await writeRated(tx, ctx, apiId, batch);
    await tx
      .insert(revisionFindings)
      .values(batch.map((found) => placeColumns(found, revisionId, idOf.get(found.fingerprint)!)));
  }
}

/** What is open keeps the words and the rating that the newest revision gives it: one cause weighs otherwise elsewhere. */
async function writeRated(
  tx: Transaction,
  ctx: Ctx,
  apiId: string,
  batch: readonly ScannedFinding[],
): Promise<Map<string, string>> {
  const isMended = sql`${findings.fixedAt} IS NOT NULL`;
  const anew = (column: SQL, now: SQL) => sql`CASE WHEN ${isMended} THEN ${now} ELSE ${column} END`;
  const isRatedAnew = sql`${isMended} AND ${findings.severity} <> excluded.severity`;
  const rows = await tx
    .insert(findings)
    .values(
      batch.map((found) => ({
        ...ownColumns(found),
        id: newId(ctx.now.getTime()),
        apiId,
        state: 'fixed' as const,
        firstSeenAt: ctx.now,
        lastSeenAt: ctx.now,
        fixedAt: ctx.now,
      })),
    )
    .onConflictDoUpdate({
      target: [findings.apiId, findings.source, findings.fingerprint],
      set: {
        severity: anew(sql`${findings.severity}`, sql`excluded.severity`),
        owasp: anew(sql`${findings.owasp}`, sql`excluded.owasp`),
        title: anew(sql`${findings.title}`, sql`excluded.title`),
        why: anew(sql`${findings.why}`, sql`excluded.why`),
        fix: anew(sql`${findings.fix}`, sql`excluded.fix`),
        version: sql`${findings.version} + CASE WHEN ${isRatedAnew} THEN 1 ELSE 0 END`,
      },
    })
    .returning({ id: findings.id, fingerprint: findings.fingerprint });
  return new Map(rows.map(({ id, fingerprint }) => [fingerprint, id]));
}
