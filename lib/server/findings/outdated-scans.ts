import { sql } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { RULE_SET } from '#lib/domain/scan/rules.ts';

export interface OutdatedScan {
  api: string;
  apiId: string;
  revisionId: string;
}

/** What the gate is asked about: the newest description of an API, and the one that runs in production. */
const CURRENT = sql`FROM revisions v JOIN apis a ON a.id = v.api_id AND v.id IN (a.latest_revision_id, a.production_revision_id)`;
/** Those scanned with other rules than those of now. */
const OUTDATED = sql`${CURRENT}
  WHERE (v.scan_rule_set < ${RULE_SET} OR v.scan_rule_set > ${RULE_SET} OR v.scan_rule_set IS NULL)`;

/** The newest ones first: they tell what is open, so that nothing of an earlier one seems to come back. */
export async function outdatedScans(db: Queryable, limit: number): Promise<OutdatedScan[]> {
  const { rows } = await db.execute<OutdatedScan & Record<string, unknown>>(sql`
    SELECT a.slug AS api, a.id AS "apiId", v.id AS "revisionId" ${OUTDATED} AND v.rescan_failed_with IS DISTINCT FROM ${RULE_SET} ORDER BY v.id = a.latest_revision_id DESC, v.id LIMIT ${limit}`);
  return rows;
}

export interface ScanProgress {
  ruleSet: string;
  /** Current descriptions scanned with the rules of now. */
  scanned: number;
  /** Those that wait for it. */
  waiting: number;
  /** Those on which the rules of now could not be tried. */
  failed: { api: string; revision: string; reason: string }[];
}

const MOST_FAILURES = 100;

/** How far the current descriptions of all APIs are scanned with the rules of now. */
export async function scanProgress(db: Queryable): Promise<ScanProgress> {
  const { rows: counts } = await db.execute<{ scanned: number; waiting: number }>(sql`
    SELECT count(*) FILTER (WHERE v.scan_rule_set = ${RULE_SET})::int AS scanned,
      count(*) FILTER (WHERE v.scan_rule_set IS DISTINCT FROM ${RULE_SET}
        AND v.rescan_failed_with IS DISTINCT FROM ${RULE_SET})::int AS waiting
    ${CURRENT}`);
  const { rows: failed } = await db.execute<ScanProgress['failed'][number]>(sql`
    SELECT a.slug AS api, v.id AS revision, v.rescan_failure AS reason ${OUTDATED}
      AND v.rescan_failed_with = ${RULE_SET} ORDER BY a.slug LIMIT ${MOST_FAILURES}`);
  return { ruleSet: RULE_SET, ...counts[0]!, failed };
}
