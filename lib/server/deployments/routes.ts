import { z } from 'zod';
import type { CoverageDto, DeploymentDto } from '#lib/domain/gate/dto.ts';
import { defineRoute } from '../http/define-route.ts';
import type { CsvColumn } from '../http/csv-response.ts';
import { flag, listQuery, many, moment, pageOf, slug, uuid } from '../http/schemas.ts';
import { timeSpan } from '../http/time-span.ts';
import { getCoverage, listDeployments } from './queries.ts';
import { reportDeployment } from './report-deployment.ts';

const deployment = z
  .object({
    id: z.string(),
    api: z.string(),
    environment: z.string(),
    revision: z.string().nullable(),
    decisionId: z.string().nullable(),
    gated: z.boolean(),
    at: z.string(),
    reportedAt: z.string(),
    actor: z.string(),
    source: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'Deployment' }) satisfies z.ZodType<DeploymentDto>;

const coverage = z
  .object({
    apis: z.array(
      z.object({
        api: z.string(),
        environment: z.string(),
        gated: z.boolean(),
        deployments: z.number(),
        ungatedDeployments: z.number(),
        lastDecisionAt: z.string().nullable(),
        lastDeploymentAt: z.string().nullable(),
      }),
    ),
    totals: z.object({
      apis: z.number(),
      gatedApis: z.number(),
      deployments: z.number(),
      ungatedDeployments: z.number(),
    }),
  })
  .meta({ id: 'Coverage' }) satisfies z.ZodType<CoverageDto>;

const columns: CsvColumn<DeploymentDto>[] = [
  { header: 'id', value: (row) => row.id },
  { header: 'at', value: (row) => row.at },
  { header: 'api', value: (row) => row.api },
  { header: 'environment', value: (row) => row.environment },
  { header: 'revision', value: (row) => row.revision },
  { header: 'decision', value: (row) => row.decisionId },
  { header: 'gated', value: (row) => row.gated },
  { header: 'actor', value: (row) => row.actor },
];

export const postDeployment = defineRoute({
  method: 'POST',
  path: '/deployments',
  operationId: 'reportDeployment',
  tag: 'Gate',
  summary: 'Report something seen running',
  access: { people: 'everyone', scopes: ['deployments:write'] },
  body: z
    .strictObject({
      api: slug,
      environment: slug,
      revision: z.string().min(1).max(200).optional(),
      decisionId: uuid.optional(),
      at: moment.optional(),
      source: z.record(z.string().max(100), z.unknown()).optional(),
    })
    .meta({ id: 'NewDeployment' }),
  output: deployment,
  status: 201,
  errors: [404],
  handler: (ctx, { body }) => reportDeployment(ctx, body),
});

export const getDeployments = defineRoute({
  method: 'GET',
  path: '/deployments',
  operationId: 'listDeployments',
  tag: 'Gate',
  summary: 'What was seen running, newest first',
  access: { people: 'everyone' },
  query: z.strictObject({
    ...listQuery(['at'], '-at'),
    api: many(slug),
    environment: many(slug),
    gated: flag.optional(),
    ...timeSpan,
  }),
  output: pageOf(deployment),
  csv: { filename: 'deployments', columns },
  handler: (ctx, { query }) => listDeployments(ctx, query),
});

export const getCoverageRoute = defineRoute({
  method: 'GET',
  path: '/coverage',
  operationId: 'getCoverage',
  tag: 'Gate',
  summary: 'Which deployments had a decision behind them',
  access: { people: 'everyone' },
  query: z.strictObject({ api: many(slug), environment: many(slug), gated: flag.optional() }),
  output: coverage,
  handler: (ctx, { query }) => getCoverage(ctx, query),
});
