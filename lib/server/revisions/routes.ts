import { z } from 'zod';
import { DESCRIPTION_MEDIA_TYPES, MAX_DESCRIPTION_BYTES } from '../descriptions/accepted.ts';
import { defineRoute } from '../http/define-route.ts';
import { flag, httpUrl, line, listQuery, many, pageOf, slug, wholeNumber } from '../http/schemas.ts';
import { MOST_STEPS, revisionFix, wantedRules } from '../findings/fix-schemas.ts';
import { diffRevisions } from './diff-revisions.ts';
import { downloadFix, fixRevision } from './fix-revision.ts';
import { importRevision } from './import-revision.ts';
import { listOccurrences } from './list-occurrences.ts';
import * as queries from './queries.ts';
import { rawRevision } from './raw-revision.ts';
import { listRevisionFindings } from '../findings/list-findings.ts';
import { readExcerpts, readText } from './read-text.ts';
import { finding, occurrence, operation, revision, revisionDiff, revisionScore } from './schemas.ts';
import { scoreRevision } from './score-revision.ts';
import { excerptQuery, excerpts, pointer, textQuery, textWindow } from './text-schemas.ts';
import { uploadRevision } from './upload-revision.ts';

const EVERYONE = { people: 'everyone' } as const;
const which = z.string().min(1).max(200).meta({ description: 'Id or digest of the revision' });
const ofApi = z.object({ slug });
const ofRevision = z.object({ slug, id: which });
const uploaded = revision.extend({ isNew: z.boolean() });
const status = (result: { isNew: boolean }) => (result.isNew ? 201 : 200);

export const postRevision = defineRoute({
  method: 'POST',
  path: '/apis/{slug}/revisions',
  operationId: 'uploadRevision',
  tag: 'Revisions',
  summary: 'Upload a description; the body is the description itself',
  access: { people: 'everyone', scopes: ['revisions:write'] },
  params: ofApi,
  raw: {
    mediaTypes: DESCRIPTION_MEDIA_TYPES,
    maxBytes: MAX_DESCRIPTION_BYTES,
    description: 'OpenAPI 2.0 to 3.2, GraphQL SDL, AsyncAPI 2 or 3, or protobuf',
  },
  output: uploaded,
  status,
  statuses: [200, 201],
  errors: [404, 413, 415],
  handler: (ctx, { params, raw }) => uploadRevision(ctx, params.slug, raw!),
});

export const postImport = defineRoute({
  method: 'POST',
  path: '/apis/{slug}/revisions/import',
  operationId: 'importRevision',
  tag: 'Revisions',
  summary: 'Fetch a description from a public address; inside addresses are refused',
  access: { people: 'everyone', scopes: ['revisions:write'] },
  params: ofApi,
  body: z.strictObject({ url: httpUrl }),
  output: uploaded,
  status,
  statuses: [200, 201],
  errors: [404, 413, 415],
  handler: (ctx, { params, body }) => importRevision(ctx, params.slug, body.url),
});

export const getRevisions = defineRoute({
  method: 'GET',
  path: '/apis/{slug}/revisions',
  operationId: 'listRevisions',
  tag: 'Revisions',
  summary: 'Revisions of an API, newest first',
  access: EVERYONE,
  params: ofApi,
  query: z.strictObject(listQuery(['number'], '-number')),
  output: pageOf(revision),
  handler: (ctx, { params, query }) => queries.listRevisions(ctx, params.slug, query),
});

export const getRevision = defineRoute({
  method: 'GET',
  path: '/apis/{slug}/revisions/{id}',
  operationId: 'getRevision',
  tag: 'Revisions',
  summary: 'A revision; with `raw=1` its exact bytes',
  access: EVERYONE,
  params: ofRevision,
  query: z.strictObject({ raw: flag.optional() }),
  output: revision,
  files: DESCRIPTION_MEDIA_TYPES,
  handler: (ctx, { params, query }) =>
    query.raw ? rawRevision(ctx, params.slug, params.id) : queries.getRevision(ctx, params.slug, params.id),
});

export const getOperations = defineRoute({
  method: 'GET',
  path: '/apis/{slug}/revisions/{id}/operations',
  operationId: 'listOperations',
  tag: 'Revisions',
  summary: 'Operations of a revision in the order of the description',
  access: EVERYONE,
  params: ofRevision,
  query: z.strictObject({
    ...listQuery(['position'], 'position'),
    sort: z.literal('position').default('position'),
    q: line(200).optional(),
    method: many(z.string().max(20)),
    tag: many(line(200)),
    authenticated: flag.optional(),
    deprecated: flag.optional(),
  }),
  output: pageOf(operation),
  csv: {
    filename: 'operations',
    columns: [
      { header: 'method', value: (row: z.infer<typeof operation>) => row.method },
      { header: 'path', value: (row: z.infer<typeof operation>) => row.path },
      { header: 'operation id', value: (row: z.infer<typeof operation>) => row.operationId },
      { header: 'summary', value: (row: z.infer<typeof operation>) => row.summary },
      { header: 'authenticated', value: (row: z.infer<typeof operation>) => row.authenticated },
      { header: 'security', value: (row: z.infer<typeof operation>) => row.security.join(' ') },
      { header: 'deprecated', value: (row: z.infer<typeof operation>) => row.deprecated },
    ],
  },
  handler: (ctx, { params, query }) => queries.listOperations(ctx, params.slug, params.id, query),
});

export const getRevisionFindings = defineRoute({
  method: 'GET',
  path: '/apis/{slug}/revisions/{id}/findings',
  operationId: 'listRevisionFindings',
  tag: 'Findings',
  summary: 'What the scan of a revision found, the severe ones first',
  access: EVERYONE,
  params: ofRevision,
  query: z.strictObject({
    ...listQuery(['severity'], 'severity'),
    sort: z.literal('severity').default('severity'),
    notIn: which
      .optional()
      .meta({ description: 'Another revision, by id or digest: only what was not found in it' }),
  }),
  output: pageOf(finding),
  handler: (ctx, { params, query }) => listRevisionFindings(ctx, params.slug, params.id, query),
});

export const getOccurrences = defineRoute({
  method: 'GET',
  path: '/apis/{slug}/revisions/{id}/occurrences',
  operationId: 'listOccurrences',
  tag: 'Findings',
  summary: 'Every place where a rule fired',
  access: EVERYONE,
  params: ofRevision,
  query: z.strictObject({
    ...listQuery(['position'], 'position'),
    sort: z.literal('position').default('position'),
    rule: many(z.string().max(200)),
    pointer: many(pointer).meta({ description: 'Only at these places' }),
  }),
  output: pageOf(occurrence),
  handler: (ctx, { params, query }) => listOccurrences(ctx, params.slug, params.id, query),
});

export const getFix = defineRoute({
  method: 'GET',
  path: '/apis/{slug}/revisions/{id}/fix',
  operationId: 'fixRevision',
  tag: 'Findings',
  summary: 'What a program can mend in a revision, as a JSON Patch; with `patch=1` the patch alone as a file',
  access: EVERYONE,
  params: ofRevision,
  query: z.strictObject({
    rule: wantedRules,
    patch: flag.optional(),
    steps: wholeNumber(0, MOST_STEPS).optional().meta({ description: 'Only so many steps of the patch' }),
  }),
  output: revisionFix,
  files: ['application/json-patch+json'],
  handler: (ctx, { params: { slug: api, id }, query }) =>
    query.patch ? downloadFix(ctx, api, id, query) : fixRevision(ctx, api, id, query),
});

export const getScore = defineRoute({
  method: 'GET',
  path: '/apis/{slug}/revisions/{id}/score',
  operationId: 'scoreRevision',
  tag: 'Findings',
  summary: 'How the score of a revision comes about, by the rules of now',
  description:
    'A term is `demerits = weight × min(1, count ÷ denominator)`. A category with the sum `s` of demerits has `100 − 100·atan(s ÷ 40) ÷ (π ÷ 2)` points. The score is half the mean of the categories by weight and half the points of the worst.',
  access: EVERYONE,
  params: ofRevision,
  output: revisionScore,
  handler: (ctx, { params: { slug: api, id } }) => scoreRevision(ctx, api, id),
});

export const getText = defineRoute({
  method: 'GET',
  path: '/apis/{slug}/revisions/{id}/text',
  operationId: 'readText',
  tag: 'Revisions',
  summary: 'Some lines of a description, with what the scan finds in them',
  access: EVERYONE,
  params: ofRevision,
  query: textQuery,
  output: textWindow,
  handler: (ctx, { params, query }) => readText(ctx, params.slug, params.id, query),
});

export const getExcerpts = defineRoute({
  method: 'GET',
  path: '/apis/{slug}/revisions/{id}/excerpts',
  operationId: 'readExcerpts',
  tag: 'Revisions',
  summary: 'The lines of a description around some JSON pointers',
  access: EVERYONE,
  params: ofRevision,
  query: excerptQuery,
  output: excerpts,
  handler: (ctx, { params, query }) => readExcerpts(ctx, params.slug, params.id, query.pointer ?? []),
});

export const getDiff = defineRoute({
  method: 'GET',
  path: '/apis/{slug}/diff',
  operationId: 'diffRevisions',
  tag: 'Revisions',
  summary: 'What differs between two revisions: breaking, security-relevant and other',
  access: EVERYONE,
  params: ofApi,
  query: z.strictObject({
    from: which,
    to: which,
    most: wholeNumber(1, 100_000)
      .optional()
      .meta({ description: 'Changes given of each group; all of them where it is left out' }),
  }),
  output: revisionDiff,
  handler: (ctx, { params, query }) => diffRevisions(ctx, params.slug, query),
});
