import { sql } from 'drizzle-orm';
import { whereOf } from '#lib/domain/findings/where-of.ts';
import type { FindingDto } from '#lib/domain/revisions/dto.ts';
import { isMendable } from '#lib/domain/scan/fix/fix-description.ts';
import type { DescriptionFormat } from '#lib/domain/words.ts';
import { OWN_SOURCE } from '#lib/domain/words.ts';
import { iso, isoOrNull } from '../iso.ts';

/** Severest first when ascending. */
export const SEVERITY_ORDER = sql`array_position(ARRAY['critical', 'high', 'medium', 'low', 'info'], f.severity)`;

/** Nothing is to be done about it any more. */
const IS_SETTLED = sql`f.state = ANY (ARRAY['false-positive', 'fixed'])`;

/** What is to be done comes before what is settled, each severest first when ascending. */
export const URGENCY_ORDER = sql`(${SEVERITY_ORDER} + CASE WHEN ${IS_SETTLED} THEN 10 ELSE 0 END)`;

/** The same when descending: severest last, and what is settled behind it all. */
export const CALM_ORDER = sql`(${SEVERITY_ORDER} - CASE WHEN ${IS_SETTLED} THEN 10 ELSE 0 END)`;

/** What is settled is due no more: it comes behind every date, and before what never was due. */
export const DUE_ORDER = sql`CASE WHEN ${IS_SETTLED} AND f.due_at IS NOT NULL THEN '9999-01-01 00:00+00' ELSE coalesce(f.due_at, 'infinity') END`;
export const DUE_LAST_ORDER = sql`CASE WHEN ${IS_SETTLED} AND f.due_at IS NOT NULL THEN '0001-01-01 00:00+00' ELSE coalesce(f.due_at, '-infinity') END`;

/** Aliases: `f` the finding, `a` its API, `rf` where it stands in a revision. */
export const FINDING_COLUMNS = sql`f.id, a.slug AS api, f.source, f.rule, f.severity, f.owasp, f.title, f.why, f.fix, f.fingerprint, f.state,
  f.reason, coalesce(rf.occurrences, f.place_count, 1) AS occurrences, coalesce(rf.operations, '{}') AS operations,
  coalesce(rf.operation_count, 0) AS operation_count, coalesce(rf.pointers, f.places, '{}') AS pointers, f.first_seen_at, f.last_seen_at,
  f.fixed_at, f.reintroduced_at, f.due_at, f.decided_by, f.decided_at, rf.revision_id,
  (SELECT v.format FROM revisions v WHERE v.id = rf.revision_id) AS format, f.version`;

/** Of the finding `f`: where it stands in the newest revision that has it. */
export const NEWEST_PLACE = sql`LEFT JOIN LATERAL (SELECT rf.* FROM revision_findings rf JOIN revisions v ON v.id = rf.revision_id
  WHERE rf.finding_id = f.id ORDER BY v.number DESC LIMIT 1) rf ON true`;

export interface FindingRow
  extends
    Record<string, unknown>,
    Pick<
      FindingDto,
      | 'id'
      | 'api'
      | 'source'
      | 'rule'
      | 'severity'
      | 'owasp'
      | 'title'
      | 'why'
      | 'fix'
      | 'fingerprint'
      | 'state'
      | 'reason'
      | 'occurrences'
      | 'operations'
      | 'pointers'
      | 'version'
    > {
  operation_count: number;
  first_seen_at: string;
  last_seen_at: string;
  fixed_at: string | null;
  reintroduced_at: string | null;
  due_at: string | null;
  decided_by: string | null;
  decided_at: string | null;
  revision_id: string | null;
  /** Of the description it stands in. */
  format: DescriptionFormat | null;
  sort_value: string;
}

export const toFindingDto = (row: FindingRow): FindingDto => ({
  id: row.id,
  api: row.api,
  source: row.source,
  rule: row.rule,
  severity: row.severity,
  owasp: row.owasp,
  title: row.title,
  why: row.why,
  fix: row.fix,
  fingerprint: row.fingerprint,
  state: row.state,
  reason: row.reason,
  occurrences: row.occurrences,
  operations: row.operations,
  operationCount: row.operation_count,
  pointers: row.pointers,
  where: whereOf({
    operations: row.operations,
    operationCount: row.operation_count,
    occurrences: row.occurrences,
    pointers: row.pointers,
  }),
  firstSeenAt: iso(row.first_seen_at),
  lastSeenAt: iso(row.last_seen_at),
  fixedAt: isoOrNull(row.fixed_at),
  reintroducedAt: isoOrNull(row.reintroduced_at),
  dueAt: isoOrNull(row.due_at),
  decidedBy: row.decided_by,
  decidedAt: isoOrNull(row.decided_at),
  revision: row.revision_id,
  isMendable: row.source === OWN_SOURCE && row.format !== null && isMendable(row.rule, row.format),
  version: row.version,
});
