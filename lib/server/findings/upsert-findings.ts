import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { newId } from '#db/new-id.ts';
import { findings } from '#db/schema/revisions.ts';
import { findingDueAt } from '#lib/domain/findings/due.ts';
import { SEVERITIES } from '#lib/domain/words.ts';
import type { ApiRecord } from '../apis/load-api.ts';
import type { Ctx } from '../context.ts';
import { currentPolicy } from '../policies/current-policy.ts';
import { endOutgrownExceptions } from './end-outgrown-exceptions.ts';

/** What a scanner says of a finding; the places only where they are of no revision. */
export type ReportedFinding = Pick<
  typeof findings.$inferInsert,
  | 'source'
  | 'fingerprint'
  | 'rule'
  | 'severity'
  | 'owasp'
  | 'title'
  | 'why'
  | 'fix'
  | 'runCategory'
  | 'places'
  | 'placeCount'
>;

export interface StoredFinding {
  id: string;
  fingerprint: string;
  isNew: boolean;
}

/** Rows of one insert: a statement has no more than 65,535 parameters, and a report may hold 100,000 findings. */
const BATCH = 1000;

/**
 * Writes what a scanner reports now, its own words and rating included. What people decided about a finding stays with
 * it; one that was fixed is open again, and due anew. One that is rated otherwise is due as if it had always been rated so:
 * no rating back and forth gives it more time. Unless it `mayEase` them, a report rates known findings as they are or as
 * more severe.
 */
export async function upsertFindings(
  tx: Transaction,
  ctx: Ctx,
  api: Pick<ApiRecord, 'id' | 'slug' | 'tier'>,
  reported: readonly ReportedFinding[],
  { mayEase }: { mayEase: boolean } = { mayEase: true },
): Promise<StoredFinding[]> {
  const policy = await currentPolicy(tx);
  const rows = reported.map((finding) => ({
    ...finding,
    id: newId(ctx.now.getTime()),
    apiId: api.id,
    state: 'open' as const,
    firstSeenAt: ctx.now,
    lastSeenAt: ctx.now,
    dueAt: findingDueAt(finding.severity, ctx.now, policy.tiers[api.tier]),
  }));
  const stored: StoredFinding[] = [];
  for (let at = 0; at < rows.length; at += BATCH)
    stored.push(...(await upsert(tx, rows.slice(at, at + BATCH), mayEase)));
  await endOutgrownExceptions(tx, ctx, api);
  return stored;
}

const isBack = sql`${findings.state} = 'fixed'`;
const rankOf = (severity: SQL) => sql`array_position(${sql.param([...SEVERITIES])}::text[], ${severity})`;
const reportedSeverity = sql`excluded.severity`;
const stricterSeverity = sql`CASE WHEN ${rankOf(sql`${findings.severity}`)} < ${rankOf(reportedSeverity)}
  THEN ${findings.severity} ELSE ${reportedSeverity} END`;

function upsert(
  tx: Transaction,
  rows: (typeof findings.$inferInsert)[],
  mayEase: boolean,
): Promise<StoredFinding[]> {
  const severity = mayEase ? reportedSeverity : stricterSeverity;
  /** The rating of a scanner may change between two runs, and then what it says now counts. */
  const isRatedAnew = sql`${findings.severity} <> ${severity}`;
  const dueAsRated = sql`coalesce(${findings.reintroducedAt}, ${findings.firstSeenAt}) + (excluded.due_at - excluded.first_seen_at)`;
  return tx
    .insert(findings)
    .values(rows)
    .onConflictDoUpdate({
      target: [findings.apiId, findings.source, findings.fingerprint],
      set: {
        severity,
        owasp: sql`excluded.owasp`,
        title: sql`excluded.title`,
        why: sql`excluded.why`,
        fix: sql`excluded.fix`,
        runCategory: sql`excluded.run_category`,
        places: sql`excluded.places`,
        placeCount: sql`excluded.place_count`,
        lastSeenAt: sql`excluded.last_seen_at`,
        state: sql`CASE WHEN ${isBack} THEN 'open' ELSE ${findings.state} END`,
        reintroducedAt: sql`CASE WHEN ${isBack} THEN excluded.first_seen_at ELSE ${findings.reintroducedAt} END`,
        fixedAt: null,
        dueAt: sql`CASE WHEN ${isBack} THEN excluded.due_at WHEN ${isRatedAnew} THEN ${dueAsRated} ELSE ${findings.dueAt} END`,
        version: sql`${findings.version} + CASE WHEN ${isBack} OR ${isRatedAnew} THEN 1 ELSE 0 END`,
      },
    })
    .returning({ id: findings.id, fingerprint: findings.fingerprint, isNew: sql<boolean>`(xmax = 0)` });
}
