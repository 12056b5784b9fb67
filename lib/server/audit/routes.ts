import { z } from 'zod';
import type { AuditEventDto } from '#lib/domain/audit/dto.ts';
import type { CsvColumn } from '../http/csv-response.ts';
import { defineRoute } from '../http/define-route.ts';
import { line, listQuery, many, pageOf } from '../http/schemas.ts';
import { timeSpan } from '../http/time-span.ts';
import { exportLog } from './export-log.ts';
import { getAuditEvent } from './get-audit-event.ts';
import * as queries from './queries.ts';
import { auditEvent } from './schemas.ts';

const EVERYONE = { people: 'everyone' } as const;
const TAG = 'Audit';
const word = line(254);

const columns: CsvColumn<AuditEventDto>[] = [
  { header: 'seq', value: (row) => row.seq },
  { header: 'at', value: (row) => row.at },
  { header: 'actor', value: (row) => row.actor },
  { header: 'kind of actor', value: (row) => row.actorKind },
  { header: 'action', value: (row) => row.action },
  { header: 'subjects', value: (row) => row.subjects.join(' ') },
  { header: 'data', value: (row) => JSON.stringify(row.data) },
  { header: 'request', value: (row) => row.requestId },
];

export const listAudit = defineRoute({
  method: 'GET',
  path: '/audit',
  operationId: 'listAuditEvents',
  tag: TAG,
  summary: 'Every change there was: who, when, what',
  access: EVERYONE,
  query: z.strictObject({
    ...listQuery(queries.AUDIT_SORTS, '-seq'),
    ...timeSpan,
    actor: many(word),
    action: many(word),
    subject: many(word),
  }),
  output: pageOf(auditEvent),
  csv: { filename: 'audit', columns },
  handler: (ctx, { query }) => queries.listAuditEvents(ctx, query),
});

export const exportAudit = defineRoute({
  method: 'GET',
  path: '/audit/export',
  operationId: 'exportAuditEvents',
  tag: TAG,
  summary: 'The exact lines of the log as NDJSON, in order',
  description: 'The bytes of a line without its newline are the leaf of the sealed tree.',
  access: EVERYONE,
  query: z.strictObject({ ...timeSpan }),
  files: ['application/x-ndjson'],
  handler: async (ctx, { query }) => exportLog(ctx, query),
});

export const getOneEvent = defineRoute({
  method: 'GET',
  path: '/audit/events/{seq}',
  operationId: 'getAuditEvent',
  tag: TAG,
  summary: 'One event of the log',
  access: EVERYONE,
  params: z.object({
    seq: z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number)
      .pipe(z.number().int()),
  }),
  output: auditEvent,
  handler: (ctx, { params }) => getAuditEvent(ctx, params.seq),
});
