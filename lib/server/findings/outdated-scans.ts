import { sql } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { RULE_SET } from '#lib/domain/scan/rules.ts';

export interface OutdatedScan {
  api: string;
  apiId: string;
  revisionId: string;
}

/** The newest description of an API, scanned with other rules than those of now, which have not failed on it. */
const OUTDATED = sql`FROM revisions v JOIN apis a ON a.latest_revision_id = v.id
  WHERE (v.scan_rule_set < ${RULE_SET} OR v.scan_rule_set > ${RULE_SET} OR v.scan_rule_set IS NULL)`;

export async function outdatedScans(db: Queryable, limit: number): Promise<OutdatedScan[]> {
  const { rows } = await db.execute<OutdatedScan & Record<string, unknown>>(sql`
    SELECT a.slug AS api, a.id AS "apiId", v.id AS "revisionId" ${OUTDATED} AND v.rescan_failed_with IS DISTINCT FROM ${RULE_SET} ORDER BY v.id LIMIT ${limit}`);
  return rows;
}

export interface ScanProgress {
  ruleSet: string;
  /** Newest descriptions scanned with the rules of now. */
  scanned: number;
  /** Those that wait for it. */
  waiting: number;
  /** Those on which the rules of now could not be tried. */
  failed: { api: string; revision: string; reason: string }[];
}

const MOST_FAILURES = 100;

/** How far the newest descriptions of all APIs are scanned with the rules of now. */
export async function scanProgress(db: Queryable): Promise<ScanProgress> {
  const { rows: counts } = await db.execute<{ scanned: number; waiting: number }>(sql`
    SELECT count(*) FILTER (WHERE v.scan_rule_set = ${RULE_SET})::int AS scanned,
      count(*) FILTER (WHERE v.scan_rule_set IS DISTINCT FROM ${RULE_SET}
        AND v.rescan_failed_with IS DISTINCT FROM ${RULE_SET})::int AS waiting
    FROM revisions v JOIN apis a ON a.latest_revision_id = v.id`);
  const { rows: failed } = await db.execute<ScanProgress['failed'][number]>(sql`
    SELECT a.slug AS api, v.id AS revision, v.rescan_failure AS reason ${OUTDATED}
      AND v.rescan_failed_with = ${RULE_SET} ORDER BY a.slug LIMIT ${MOST_FAILURES}`);
  return { ruleSet: RULE_SET, ...counts[0]!, failed };
}
