import { z } from 'zod';
import type { ExceptionDto } from '#lib/domain/exceptions/dto.ts';
import { EXCEPTION_ACTIONS } from '#lib/domain/exceptions/rules.ts';
import type { ExceptionAction } from '#lib/domain/exceptions/rules.ts';
import { EXCEPTION_STATES } from '#lib/domain/words.ts';
import type { CsvColumn } from '../http/csv-response.ts';
import { defineRoute } from '../http/define-route.ts';
import { etagOf } from '../http/etag.ts';
import { listQuery, many, moment, pageOf, prose, reason, slug, uuid } from '../http/schemas.ts';
import { right } from '../teams/schemas.ts';
import { decideException } from './decide-exception.ts';
import { exceptionDto, loadException } from './exception-row.ts';
import { EXCEPTION_SORTS, listExceptions } from './list-exceptions.ts';
import { proposeException } from './propose-exception.ts';

const EVERYONE = { people: 'everyone' } as const;
const itemKey = z.string().min(1).max(100);

const exception = z
  .object({
    id: z.string(),
    api: z.string(),
    target: z.union([z.object({ finding: z.string() }), z.object({ item: z.string() })]),
    targetTitle: z.string(),
    reason: z.string(),
    state: z.enum(EXCEPTION_STATES),
    proposedBy: z.string(),
    proposedAt: z.string(),
    expiresAt: z.string(),
    decidedBy: z.string().nullable(),
    decidedAt: z.string().nullable(),
    comment: z.string().nullable(),
    version: z.number(),
    rights: z.record(z.enum(EXCEPTION_ACTIONS), right),
  })
  .meta({ id: 'Exception' }) satisfies z.ZodType<ExceptionDto>;

const newException = z
  .strictObject({
    api: slug,
    target: z
      .strictObject({ finding: uuid.optional(), item: itemKey.optional() })
      .refine(
        ({ finding, item }) => (finding === undefined) !== (item === undefined),
        'Name a finding or an item, one of the two.',
      ),
    reason,
    expiresAt: moment.meta({ description: 'Within the longest that the policy allows for the tier' }),
  })
  .meta({ id: 'NewException' });

const columns: CsvColumn<ExceptionDto>[] = [
  { header: 'id', value: (row) => row.id },
  { header: 'api', value: (row) => row.api },
  { header: 'kind', value: (row) => ('finding' in row.target ? 'finding' : 'item') },
  { header: 'target', value: (row) => ('finding' in row.target ? row.target.finding : row.target.item) },
  { header: 'title', value: (row) => row.targetTitle },
  { header: 'state', value: (row) => row.state },
  { header: 'reason', value: (row) => row.reason },
  { header: 'proposed by', value: (row) => row.proposedBy },
  { header: 'proposed', value: (row) => row.proposedAt },
  { header: 'expires', value: (row) => row.expiresAt },
  { header: 'decided by', value: (row) => row.decidedBy },
  { header: 'decided', value: (row) => row.decidedAt },
  { header: 'comment', value: (row) => row.comment },
];

const etag = (result: z.input<typeof exception>) => etagOf(result.version);
const common = { tag: 'Exceptions', access: EVERYONE, output: exception, etag } as const;
const params = z.object({ id: uuid });

export const postException = defineRoute({
  ...common,
  method: 'POST',
  path: '/exceptions',
  operationId: 'proposeException',
  summary: 'Propose to accept a risk until a date; it covers nothing before security approves',
  description:
    'It ends at its date, or by itself as soon as a scanner rates its finding more severe than it was accepted: that is another risk to decide about.',
  body: newException,
  status: 201,
  errors: [404],
  handler: (ctx, { body }) => proposeException(ctx, { ...body, reason: body.reason.trim() }),
});

export const getExceptions = defineRoute({
  method: 'GET',
  path: '/exceptions',
  operationId: 'listExceptions',
  tag: 'Exceptions',
  summary: 'Accepted risks, proposed and past ones too',
  access: EVERYONE,
  query: z.strictObject({
    ...listQuery(EXCEPTION_SORTS, '-proposedAt'),
    state: many(z.enum(EXCEPTION_STATES)),
    api: many(slug),
    team: many(slug).meta({ description: 'Team that owns the API now' }),
    finding: many(uuid),
    item: many(itemKey),
    proposedBy: z.literal('me').optional(),
  }),
  output: pageOf(exception),
  csv: { filename: 'exceptions', columns },
  handler: (ctx, { query }) => listExceptions(ctx, query),
});

export const getException = defineRoute({
  ...common,
  method: 'GET',
  path: '/exceptions/{id}',
  operationId: 'getException',
  summary: 'An accepted risk',
  params,
  handler: async (ctx, input) => exceptionDto(ctx, await loadException(ctx.db, input.params.id)),
});

const decision = (action: ExceptionAction, summary: string) =>
  defineRoute({
    ...common,
    method: 'POST',
    path: `/exceptions/{id}/${action}`,
    operationId: `${action}Exception`,
    summary,
    params,
    body: z.strictObject({ comment: prose(2000).optional() }),
    errors: [409, 412],
    handler: (ctx, { params: { id }, body, ifMatch }) =>
      decideException(ctx, id, action, { comment: body.comment?.trim() ?? '', ifMatch }),
  });

export const postApprove = decision('approve', 'Accept the risk; never by whoever proposed it');
export const postReject = decision('reject', 'Refuse a proposal');
export const postRevoke = decision('revoke', 'End an exception, or give up one’s own');
