import { z } from 'zod';
import type { ApplicationDto, ApplicationRowDto } from '#lib/domain/applications/dto.ts';
import { RISK_LEVELS } from '#lib/domain/words.ts';
import { apiRow } from '../apis/schemas.ts';
import type { CsvColumn } from '../http/csv-response.ts';
import { defineRoute } from '../http/define-route.ts';
import { etagOf } from '../http/etag.ts';
import { line, listQuery, many, pageOf, prose, slug } from '../http/schemas.ts';
import { createApplication } from './create-application.ts';
import * as queries from './queries.ts';

const EVERYONE = { people: 'everyone' } as const;

const row = z
  .object({
    slug: z.string(),
    name: z.string(),
    description: z.string(),
    team: z.string().nullable(),
    teamName: z.string().nullable(),
    apiCount: z.number(),
    risk: z.object({ score: z.number(), level: z.enum(RISK_LEVELS), worstApi: z.string() }).nullable(),
    blockedCount: z.number(),
  })
  .meta({ id: 'ApplicationRow' }) satisfies z.ZodType<ApplicationRowDto>;

const application = row
  .extend({ apis: z.array(apiRow), version: z.number() })
  .meta({ id: 'Application' }) satisfies z.ZodType<ApplicationDto>;

const columns: CsvColumn<ApplicationRowDto>[] = [
  { header: 'slug', value: (one) => one.slug },
  { header: 'name', value: (one) => one.name },
  { header: 'team', value: (one) => one.team },
  { header: 'apis', value: (one) => one.apiCount },
  { header: 'risk', value: (one) => one.risk?.score },
  { header: 'worst api', value: (one) => one.risk?.worstApi },
  { header: 'blocked', value: (one) => one.blockedCount },
];

export const getApplications = defineRoute({
  method: 'GET',
  path: '/applications',
  operationId: 'listApplications',
  tag: 'Applications',
  summary: 'Applications, each as risky as its worst API',
  access: EVERYONE,
  query: z.strictObject({
    ...listQuery(queries.APPLICATION_SORTS, 'name'),
    q: line(200).optional(),
    team: many(slug),
  }),
  output: pageOf(row),
  csv: { filename: 'applications', columns },
  handler: (ctx, { query }) => queries.listApplications(ctx, query),
});

export const postApplication = defineRoute({
  method: 'POST',
  path: '/applications',
  operationId: 'createApplication',
  tag: 'Applications',
  summary: 'Make an application to group APIs in',
  access: EVERYONE,
  body: z
    .strictObject({ slug, name: line(200), description: prose(5000).optional(), team: slug.nullish() })
    .meta({ id: 'NewApplication' }),
  output: application,
  status: 201,
  etag: (result) => etagOf(result.version),
  errors: [404, 409],
  handler: (ctx, { body }) => createApplication(ctx, body),
});

export const getApplication = defineRoute({
  method: 'GET',
  path: '/applications/{slug}',
  operationId: 'getApplication',
  tag: 'Applications',
  summary: 'An application with its APIs, the worst first',
  access: EVERYONE,
  params: z.object({ slug }),
  output: application,
  etag: (result) => etagOf(result.version),
  handler: (ctx, { params }) => queries.getApplication(ctx, params.slug),
});
