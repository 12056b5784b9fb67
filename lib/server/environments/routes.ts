import { z } from 'zod';
import type { EnvironmentDto, EnvironmentPreviewDto } from '#lib/domain/environments/dto.ts';
import { GATE_MODES, OUTCOMES } from '#lib/domain/words.ts';
import { defineRoute } from '../http/define-route.ts';
import { asksForNew, etagOf } from '../http/etag.ts';
import { line, slug } from '../http/schemas.ts';
import { previewEnvironment } from './preview-environment.ts';
import { putEnvironment } from './put-environment.ts';
import * as queries from './queries.ts';

const EVERYONE = { people: 'everyone' } as const;
const params = z.object({ slug });

const environment = z
  .object({
    slug: z.string(),
    name: z.string(),
    order: z.number(),
    gate: z.enum(GATE_MODES),
    frozen: z.boolean(),
    version: z.number(),
  })
  .meta({ id: 'Environment' }) satisfies z.ZodType<EnvironmentDto>;

const affected = { api: z.string(), name: z.string(), team: z.string().nullable() };

const preview = z
  .object({
    environment: z.string(),
    gate: z.enum(GATE_MODES),
    from: z.string(),
    wouldBlock: z.array(
      z.object({ ...affected, decisions: z.number(), outcome: z.enum(OUTCOMES), codes: z.array(z.string()) }),
    ),
    nobodyCanApprove: z.array(z.object(affected)),
    totals: z.object({
      decisions: z.number(),
      blockedDecisions: z.number(),
      apis: z.number(),
      blockedApis: z.number(),
    }),
  })
  .meta({ id: 'EnvironmentPreview' }) satisfies z.ZodType<EnvironmentPreviewDto>;

export const getEnvironments = defineRoute({
  method: 'GET',
  path: '/environments',
  operationId: 'listEnvironments',
  tag: 'Environments',
  summary: 'Environments in their order',
  access: EVERYONE,
  output: z.object({ items: z.array(environment), nextCursor: z.null(), total: z.number() }),
  handler: async (ctx) => {
    const items = await queries.listEnvironments(ctx);
    return { items, nextCursor: null, total: items.length };
  },
});

export const getEnvironment = defineRoute({
  method: 'GET',
  path: '/environments/{slug}',
  operationId: 'getEnvironment',
  tag: 'Environments',
  summary: 'An environment and its gate',
  access: EVERYONE,
  params,
  output: environment,
  etag: (result) => etagOf(result.version),
  handler: (ctx, input) => queries.getEnvironment(ctx, input.params.slug),
});

export const putEnvironmentRoute = defineRoute({
  method: 'PUT',
  path: '/environments/{slug}',
  operationId: 'putEnvironment',
  tag: 'Environments',
  summary: 'Create or change an environment',
  description: 'With `If-None-Match: *` it is only created: one that is there already is refused with 412.',
  access: EVERYONE,
  params,
  body: z
    .strictObject({
      name: line(120),
      order: z.int().min(0).max(10_000),
      gate: z.enum(GATE_MODES),
      frozen: z.boolean().optional(),
    })
    .meta({ id: 'EnvironmentInput' }),
  output: environment.extend({ isNew: z.boolean() }),
  status: (result) => (result.isNew ? 201 : 200),
  statuses: [200, 201],
  etag: (result) => etagOf(result.version),
  errors: [409, 412],
  handler: (ctx, { params: { slug: name }, body, ifMatch, request }) =>
    putEnvironment(ctx, name, body, { ifMatch, isOnlyNew: asksForNew(request) }),
});

export const getPreview = defineRoute({
  method: 'GET',
  path: '/environments/{slug}/preview',
  operationId: 'previewEnvironment',
  tag: 'Environments',
  summary: 'What another gate would have blocked in the last 30 days, and what nobody could approve',
  access: EVERYONE,
  params,
  query: z.strictObject({ gate: z.enum(GATE_MODES).default('enforce') }),
  output: preview,
  handler: (ctx, input) => previewEnvironment(ctx, input.params.slug, input.query.gate),
});
