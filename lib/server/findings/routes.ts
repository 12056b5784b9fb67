import { z } from 'zod';
import type { ScannedFinding } from '#lib/domain/scan/types.ts';
import type { FindingDto } from '#lib/domain/revisions/dto.ts';
import {
  DESCRIPTION_FORMATS,
  FINDING_STATES,
  GRADES,
  LIFECYCLES,
  OWASP_CATEGORIES,
  SEVERITIES,
} from '#lib/domain/words.ts';
import { DESCRIPTION_MEDIA_TYPES, MAX_DESCRIPTION_BYTES } from '../descriptions/accepted.ts';
import type { CsvColumn } from '../http/csv-response.ts';
import { defineRoute } from '../http/define-route.ts';
import { etagOf } from '../http/etag.ts';
import { flag, line, listQuery, many, pageOf, reason, slug, uuid } from '../http/schemas.ts';
import { finding } from '../revisions/schemas.ts';
import { descriptionFix, wantedRules } from './fix-schemas.ts';
import { exportSarif } from './export-sarif.ts';
import { getFinding } from './get-finding.ts';
import { importFindings } from './import-findings.ts';
import { judgeFinding } from './judge-finding.ts';
import { judgeFindings } from './judge-findings.ts';
import { FINDING_SORTS, listFindings } from './list-findings.ts';
import { scanProgress } from './outdated-scans.ts';
import { scanStateless } from './scan-description.ts';

const EVERYONE = { people: 'everyone' } as const;

const columns: CsvColumn<FindingDto>[] = [
  { header: 'id', value: (row) => row.id },
  { header: 'api', value: (row) => row.api },
  { header: 'severity', value: (row) => row.severity },
  { header: 'state', value: (row) => row.state },
  { header: 'title', value: (row) => row.title },
  { header: 'rule', value: (row) => row.rule },
  { header: 'owasp', value: (row) => row.owasp.join(' ') },
  { header: 'source', value: (row) => row.source },
  { header: 'where', value: (row) => row.where },
  { header: 'occurrences', value: (row) => row.occurrences },
  { header: 'operations', value: (row) => row.operationCount },
  { header: 'fix', value: (row) => row.fix },
  { header: 'first seen', value: (row) => row.firstSeenAt },
  { header: 'due', value: (row) => row.dueAt },
];

export const getFindings = defineRoute({
  method: 'GET',
  path: '/findings',
  operationId: 'listFindings',
  tag: 'Findings',
  summary: 'Findings as causes, over all APIs',
  access: EVERYONE,
  query: z.strictObject({
    ...listQuery(FINDING_SORTS, 'severity'),
    q: line(200).optional(),
    api: many(slug),
    team: many(slug),
    subtree: flag.optional(),
    application: many(slug),
    lifecycle: many(z.enum(LIFECYCLES)).meta({ description: 'Of the API' }),
    severity: many(z.enum(SEVERITIES)),
    owasp: many(z.enum(OWASP_CATEGORIES)),
    rule: many(z.string().max(200)),
    state: many(z.enum(FINDING_STATES)),
    source: many(z.string().max(200)),
  }),
  output: pageOf(finding).extend({
    facets: z.record(z.string(), z.array(z.object({ value: z.string(), count: z.number() }))),
  }),
  csv: { filename: 'findings', columns },
  handler: (ctx, { query }) => listFindings(ctx, query),
});

export const getOneFinding = defineRoute({
  method: 'GET',
  path: '/findings/{id}',
  operationId: 'getFinding',
  tag: 'Findings',
  summary: 'A finding: why, how to mend it, where',
  access: EVERYONE,
  params: z.object({ id: uuid }),
  output: finding,
  etag: (result) => etagOf(result.version),
  handler: (ctx, { params }) => getFinding(ctx.db, params.id),
});

const judgement = { state: z.enum(['open', 'acknowledged', 'false-positive']), reason };

export const patchFinding = defineRoute({
  method: 'PATCH',
  path: '/findings/{id}',
  operationId: 'judgeFinding',
  tag: 'Findings',
  summary: 'Acknowledge, dismiss or reopen a finding, with the reason',
  access: EVERYONE,
  params: z.object({ id: uuid }),
  body: z.strictObject(judgement),
  output: finding,
  etag: (result) => etagOf(result.version),
  errors: [409, 412],
  handler: (ctx, { params, body, ifMatch }) => judgeFinding(ctx, params.id, body, ifMatch),
});

/** Findings of one request. */
const MOST_JUDGED = 100;

export const postJudge = defineRoute({
  method: 'POST',
  path: '/findings/judge',
  operationId: 'judgeFindings',
  tag: 'Findings',
  summary: 'Acknowledge, dismiss or reopen many findings; what is not permitted is reported item by item',
  access: EVERYONE,
  body: z.strictObject({ ids: z.array(uuid).min(1).max(MOST_JUDGED), ...judgement }),
  output: z.object({
    results: z.array(
      z.object({
        id: z.string(),
        outcome: z.enum(['judged', 'refused']),
        state: z.enum(FINDING_STATES).optional(),
        code: z.string().optional(),
        detail: z.string().optional(),
      }),
    ),
    judged: z.number(),
    refused: z.number(),
  }),
  handler: (ctx, { body: { ids, ...how } }) => judgeFindings(ctx, ids, how),
});

const SARIF_LIMIT = 32 * 1024 * 1024;

export const postFindingsImport = defineRoute({
  method: 'POST',
  path: '/apis/{slug}/findings/import',
  operationId: 'importFindings',
  tag: 'Findings',
  summary: 'Bring in the findings of another scanner as SARIF 2.1.0',
  access: { people: 'everyone', scopes: ['revisions:write'] },
  params: z.object({ slug }),
  body: z
    .looseObject({ version: z.string(), runs: z.unknown() })
    .meta({ id: 'Sarif', description: 'A SARIF 2.1.0 log' }),
  maxBytes: SARIF_LIMIT,
  foreignBody: true,
  bodyTypes: ['application/sarif+json'],
  description:
    'At most 32 MiB; with `content-encoding: gzip` it may come packed. A result that is known already changes nothing but when it was last seen. What a tool reported before in the same category of runs, and reports no longer, is fixed when a pipeline or security imports the run; an import by anybody else only adds, and so does a run without results or with an invocation that was not successful. A report of Gatehouse on another API comes in as one of `gatehouse/` and its slug; one on this API is refused, since its findings are here.',
  output: z.object({
    tools: z.array(z.string()),
    added: z.number(),
    known: z.number(),
    fixed: z.number(),
    passedOver: z.number(),
  }),
  handler: (ctx, { params, body }) => importFindings(ctx, params.slug, body),
});

export const getSarif = defineRoute({
  method: 'GET',
  path: '/apis/{slug}/findings.sarif',
  operationId: 'exportFindings',
  tag: 'Findings',
  summary: 'Findings of an API as SARIF 2.1.0',
  access: EVERYONE,
  params: z.object({ slug }),
  files: ['application/sarif+json'],
  handler: (ctx, { params }) => exportSarif(ctx, params.slug),
});

const scanned = z
  .object({
    rule: z.string(),
    severity: z.enum(SEVERITIES),
    owasp: z.array(z.enum(OWASP_CATEGORIES)),
    title: z.string(),
    why: z.string(),
    fix: z.string(),
    fingerprint: z.string(),
    occurrences: z.number(),
    operations: z.array(z.string()),
    operationCount: z.number(),
    pointers: z.array(z.string()),
  })
  .meta({ id: 'ScannedFinding' }) satisfies z.ZodType<ScannedFinding>;

export const getScanProgress = defineRoute({
  method: 'GET',
  path: '/scan/progress',
  operationId: 'scanProgress',
  tag: 'Findings',
  summary: 'How far the current descriptions are scanned with the rules of now',
  description:
    'When the rules change, the newest description of every API, and the one that runs in production, are scanned again in the background.',
  access: EVERYONE,
  output: z.object({
    ruleSet: z.string(),
    scanned: z.number(),
    waiting: z.number(),
    failed: z
      .array(z.object({ api: z.string(), revision: z.string(), reason: z.string() }))
      .meta({ description: 'Keep the result of earlier rules; at most 100' }),
  }),
  handler: (ctx) => scanProgress(ctx.db),
});

export const postScan = defineRoute({
  method: 'POST',
  path: '/scan',
  operationId: 'scan',
  tag: 'Findings',
  summary: 'Scan a description without storing anything',
  access: { people: 'everyone', scopes: ['revisions:write'], auditorMayWrite: true },
  raw: {
    mediaTypes: DESCRIPTION_MEDIA_TYPES,
    maxBytes: MAX_DESCRIPTION_BYTES,
    description: 'The description itself, at most 64 MiB; with `content-encoding: gzip` it may come packed',
  },
  query: z.strictObject({
    fix: flag.optional().meta({ description: 'Write the mechanical remedies, too' }),
    rule: wantedRules,
  }),
  output: z.object({
    format: z.enum(DESCRIPTION_FORMATS),
    title: z.string(),
    version: z.string(),
    digest: z.string(),
    materialDigest: z.string(),
    operationCount: z.number(),
    ruleSet: z.string(),
    score: z.number(),
    grade: z.enum(GRADES),
    counts: z.record(z.enum(SEVERITIES), z.number()),
    findings: z.array(scanned),
    fix: descriptionFix.optional(),
  }),
  handler: (_, { raw, query }) => scanStateless(raw!, query),
});
