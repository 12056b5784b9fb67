import { z } from 'zod';
import type { ApiRowDto } from '#lib/domain/apis/dto.ts';
import { defineRoute } from '../http/define-route.ts';
import type { CsvColumn } from '../http/csv-response.ts';
import { etagOf } from '../http/etag.ts';
import { pageOf, slug } from '../http/schemas.ts';
import { apiListQuery } from './list-query.ts';
import { changeApi } from './change-api.ts';
import { getApi } from './get-api.ts';
import { listApis } from './list-apis.ts';
import { registerApi } from './register-api.ts';
import { removeApi } from './remove-api.ts';
import { api, apiChange, apiRow, newApi } from './schemas.ts';

const EVERYONE = { people: 'everyone' } as const;

const columns: CsvColumn<ApiRowDto>[] = [
  { header: 'slug', value: (row) => row.slug },
  { header: 'name', value: (row) => row.name },
  { header: 'description', value: (row) => row.description },
  { header: 'application', value: (row) => row.application?.slug },
  { header: 'team', value: (row) => row.owner.team },
  { header: 'ownership', value: (row) => row.ownership },
  { header: 'kind', value: (row) => row.kind },
  { header: 'exposure', value: (row) => row.exposure },
  { header: 'data class', value: (row) => row.dataClass },
  { header: 'criticality', value: (row) => row.criticality },
  { header: 'tier', value: (row) => row.tier },
  { header: 'lifecycle', value: (row) => row.lifecycle },
  { header: 'risk', value: (row) => row.risk.score },
  { header: 'risk level', value: (row) => row.risk.level },
  { header: 'sign-off', value: (row) => row.signOff.state },
  { header: 'sign-off valid until', value: (row) => row.signOff.validUntil },
  { header: 'gate', value: (row) => row.gate },
  { header: 'latest version', value: (row) => row.latestRevision?.version },
  { header: 'production version', value: (row) => row.productionRevision?.version },
  { header: 'tags', value: (row) => row.tags.join(' ') },
  { header: 'updated', value: (row) => row.updatedAt },
];

const facet = z.array(z.object({ value: z.string(), count: z.number() }));

export const getApis = defineRoute({
  method: 'GET',
  path: '/apis',
  operationId: 'listApis',
  tag: 'APIs',
  summary: 'The inventory',
  access: EVERYONE,
  query: apiListQuery,
  output: pageOf(apiRow).extend({ facets: z.record(z.string(), facet) }),
  csv: { filename: 'apis', columns },
  handler: (ctx, { query }) => listApis(ctx, query),
});

export const postApi = defineRoute({
  method: 'POST',
  path: '/apis',
  operationId: 'registerApi',
  tag: 'APIs',
  summary: 'Register an API, unowned or for a team of yours',
  access: EVERYONE,
  body: newApi,
  output: api,
  status: 201,
  etag: (result) => etagOf(result.version),
  errors: [404, 409],
  handler: (ctx, { body }) => registerApi(ctx, body),
});

export const getOneApi = defineRoute({
  method: 'GET',
  path: '/apis/{slug}',
  operationId: 'getApi',
  tag: 'APIs',
  summary: 'An API: owner, risk, and whether it may ship',
  access: EVERYONE,
  params: z.object({ slug }),
  output: api,
  etag: (result) => etagOf(result.version),
  errors: [404],
  handler: (ctx, { params }) => getApi(ctx, params.slug),
});

export const patchApi = defineRoute({
  method: 'PATCH',
  path: '/apis/{slug}',
  operationId: 'changeApi',
  tag: 'APIs',
  summary: 'Change what is known about an API',
  access: EVERYONE,
  params: z.object({ slug }),
  body: apiChange,
  output: api,
  etag: (result) => etagOf(result.version),
  errors: [404, 409, 412],
  handler: (ctx, { params, body, ifMatch }) => changeApi(ctx, params.slug, body, ifMatch),
});

export const deleteApi = defineRoute({
  method: 'DELETE',
  path: '/apis/{slug}',
  operationId: 'removeApi',
  tag: 'APIs',
  summary: 'Remove an API that has no history',
  access: EVERYONE,
  params: z.object({ slug }),
  errors: [404, 409],
  handler: async (ctx, { params }) => {
    await removeApi(ctx, params.slug);
    return new Response(null, { status: 204 });
  },
});
