import { sql } from 'drizzle-orm';
import {
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  DESCRIPTION_FORMATS,
  FINDING_STATES,
  GRADES,
  OWASP_CATEGORIES,
  SEVERITIES,
} from '../../lib/domain/words.ts';
import { FEATURES } from '../../lib/domain/description/types.ts';
import type { ServerInfo } from '../../lib/domain/description/types.ts';
import type { Severity } from '../../lib/domain/words.ts';
import { apis } from './apis.ts';
import { key, moment, version } from './columns.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

export const revisions = pgTable(
  'revisions',
  {
    id: key(),
    apiId: uuid('api_id')
      .notNull()
      .references(() => apis.id),
    /** Counts up within the API. */
    number: integer('number').notNull(),
    digest: text('digest').notNull(),
    materialDigest: text('material_digest').notNull(),
    format: text('format', { enum: DESCRIPTION_FORMATS }).notNull(),
    mediaType: text('media_type').notNull(),
    title: text('title').notNull(),
    version: text('version').notNull(),
    operationCount: integer('operation_count').notNull(),
    features: text('features', { enum: FEATURES }).array().notNull(),
    servers: jsonb('servers').$type<ServerInfo[]>().notNull(),
    size: integer('size').notNull(),
    /** E-mail or slug of whoever brought it. */
    uploadedBy: text('uploaded_by').notNull(),
    uploadedAt: moment('uploaded_at').notNull(),
    /** Everybody who uploaded the same bytes again and so made it the newest once more. */
    broughtBackBy: text('brought_back_by').array().notNull().default([]),
    importedFrom: text('imported_from'),
    scanState: text('scan_state', { enum: ['done', 'pending'] }).notNull(),
    scanRuleSet: text('scan_rule_set'),
    scanScore: integer('scan_score'),
    scanGrade: text('scan_grade', { enum: GRADES }),
    scanCounts: jsonb('scan_counts').$type<Record<Severity, number>>(),
    /** Rule set that could not be tried on the description, and why; the result above is that of an earlier one. */
    rescanFailedWith: text('rescan_failed_with'),
    rescanFailure: text('rescan_failure'),
  },
  (t) => [
    uniqueIndex('revisions_digest').on(t.apiId, t.digest),
    uniqueIndex('revisions_number').on(t.apiId, t.number),
    index('revisions_material').on(t.apiId, t.materialDigest),
    index('revisions_rule_set').on(t.scanRuleSet),
  ],
);

/** The exact bytes, compressed, stored once however many APIs share them. */
export const revisionContents = pgTable('revision_contents', {
  digest: text('digest').primaryKey(),
  gzip: bytes('gzip').notNull(),
});

export const operations = pgTable(
  'operations',
  {
    revisionId: uuid('revision_id')
      .notNull()
      .references(() => revisions.id),
    position: integer('position').notNull(),
    key: text('key').notNull(),
    method: text('method').notNull(),
    path: text('path').notNull(),
    operationId: text('operation_id'),
    summary: text('summary'),
    tags: text('tags').array().notNull(),
    deprecated: boolean('deprecated').notNull(),
    authenticated: boolean('authenticated'),
    security: text('security').array().notNull(),
    pointer: text('pointer').notNull(),
  },
  (t) => [primaryKey({ columns: [t.revisionId, t.position] })],
);

/** A cause, with its history over revisions. `source` is `gatehouse` or the name of the scanner it was imported from. */
export const findings = pgTable(
  'findings',
  {
    id: key(),
    apiId: uuid('api_id')
      .notNull()
      .references(() => apis.id),
    source: text('source').notNull(),
    fingerprint: text('fingerprint').notNull(),
    rule: text('rule').notNull(),
    severity: text('severity', { enum: SEVERITIES }).notNull(),
    owasp: text('owasp', { enum: OWASP_CATEGORIES }).array().notNull(),
    title: text('title').notNull(),
    why: text('why').notNull(),
    fix: text('fix').notNull(),
    state: text('state', { enum: FINDING_STATES }).notNull(),
    reason: text('reason'),
    decidedBy: text('decided_by'),
    decidedAt: moment('decided_at'),
    firstSeenAt: moment('first_seen_at').notNull(),
    lastSeenAt: moment('last_seen_at').notNull(),
    fixedAt: moment('fixed_at'),
    reintroducedAt: moment('reintroduced_at'),
    dueAt: moment('due_at'),
    /** Of an imported one: the runs it belongs to, and its places, which no revision has. */
    runCategory: text('run_category'),
    places: text('places').array(),
    placeCount: integer('place_count'),
    version: version(),
  },
  (t) => [
    uniqueIndex('findings_fingerprint').on(t.apiId, t.source, t.fingerprint),
    index('findings_state').on(t.state, t.severity, t.id),
    index('findings_rule').on(t.rule, t.id),
    index('findings_urgency').on(
      sql`(array_position(ARRAY['critical', 'high', 'medium', 'low', 'info'], ${t.severity}) + CASE WHEN ${t.state} = ANY (ARRAY['false-positive', 'fixed']) THEN 10 ELSE 0 END)`,
      t.id,
    ),
    index('findings_first_seen').on(t.firstSeenAt, t.id),
    index('findings_due').on(
      sql`(CASE WHEN ${t.state} = ANY (ARRAY['false-positive', 'fixed']) AND ${t.dueAt} IS NOT NULL THEN '9999-01-01 00:00+00' ELSE coalesce(${t.dueAt}, 'infinity') END)`,
      t.id,
    ),
  ],
);

export const revisionFindings = pgTable(
  'revision_findings',
  {
    revisionId: uuid('revision_id')
      .notNull()
      .references(() => revisions.id),
    findingId: uuid('finding_id')
      .notNull()
      .references(() => findings.id),
    occurrences: integer('occurrences').notNull(),
    operations: text('operations').array().notNull(),
    operationCount: integer('operation_count').notNull(),
    pointers: text('pointers').array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.revisionId, t.findingId] }),
    index('revision_findings_finding').on(t.findingId),
  ],
);
