import { createDocument } from 'zod-openapi';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi';
import { z } from 'zod';
import { PUBLIC } from '../http/access.ts';
import type { Route } from '../http/define-route.ts';
import { inventory } from '../http/inventory.ts';
import { refusalStatuses } from '../http/refusal-statuses.ts';
import { publicUrl } from '../public-url.ts';

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().meta({ description: 'Stable, for programs' }),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem document' });

const REFUSALS: Record<number, string> = {
  400: 'Malformed',
  401: 'No identity',
  403: 'Not permitted',
  404: 'Not found, or not to be seen',
  409: 'In conflict with the present state',
  412: 'Changed by somebody else in the meantime',
  413: 'Too large',
  415: 'Media type not understood',
  422: 'Not valid',
  429: 'Too many requests',
  500: 'Our fault',
  503: 'Not available right now',
};

let text: string | null = null;

/** OpenAPI 3.1, made from the definitions that the handlers run on. */
export function openApiText(): string {
  return (text ??= JSON.stringify(openApiDocument()));
}

export function openApiDocument() {
  const paths: ZodOpenApiPathsObject = {};
  for (const one of inventory) {
    const item = (paths[one.fullPath] ??= {});
    (item as Record<string, ZodOpenApiOperationObject>)[one.method.toLowerCase()] = operation(one);
  }
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Gatehouse',
      version: '1',
      description:
        'Who owns this API, is it safe, may it ship? Every door of Gatehouse, the portal’s own pages included, uses this interface.',
    },
    servers: [{ url: publicUrl() }],
    tags: [...new Set(inventory.map((one) => one.tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A person’s or a service account’s token' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'gatehouse.session-token',
          description: 'The browser’s session; writes need a same-origin Origin',
        },
      },
    },
  });
}

function operation(one: Route): ZodOpenApiOperationObject {
  const isPublic = one.access === PUBLIC;
  const scopes = one.access === PUBLIC ? [] : (one.access.scopes ?? []);
  const rights = isPublic ? [] : [describeAccess(one)];
  return {
    operationId: one.operationId,
    tags: [one.tag],
    summary: one.summary,
    description: [one.description, ...rights].filter(Boolean).join('\n\n') || undefined,
    security: isPublic ? [] : [{ token: [...scopes] }, { session: [] }],
    requestParams: {
      ...(one.params ? { path: one.params } : {}),
      ...(one.query ? { query: one.query } : {}),
      ...headerParams(one),
    },
    ...requestBody(one),
    responses: { ...successes(one), ...refusals(one) },
  };
}

function describeAccess({ access }: Route): string {
  if (access === PUBLIC) return '';
  const people =
    access.people === 'everyone'
      ? 'Any person of the organisation'
      : access.people === 'none'
        ? null
        : `People with the role ${access.people.join(' or ')}`;
  const services = access.scopes?.length
    ? `service accounts with the scope ${access.scopes.join(' or ')}`
    : null;
  return `May call it: ${[people, services].filter(Boolean).join('; ')}. What may be done to a certain object is decided on that object.`;
}

function headerParams(one: Route) {
  const headers: Record<string, z.ZodType> = {};
  if (one.method === 'POST')
    headers['Idempotency-Key'] = z
      .string()
      .max(255)
      .optional()
      .meta({ description: 'The same key and body give the first answer again, for 24 hours' });
  if (one.method === 'PATCH' || one.method === 'PUT')
    headers['If-Match'] = z
      .string()
      .optional()
      .meta({ description: 'Entity tag that was read; a stale one is refused with 412' });
  return Object.keys(headers).length > 0 ? { header: z.object(headers) } : {};
}

function requestBody(one: Route): Pick<ZodOpenApiOperationObject, 'requestBody'> | object {
  if (one.raw) {
    const content = Object.fromEntries(one.raw.mediaTypes.map((type) => [type, { schema: rawSchema(type) }]));
    return { requestBody: { required: true, description: one.raw.description, content } };
  }
  if (!one.body) return {};
  const required = !one.body.safeParse({}).success;
  const content = Object.fromEntries(
    ['application/json', ...one.bodyTypes].map((type) => [type, { schema: one.body }]),
  );
  return { requestBody: { required, content } };
}

const rawSchema = (mediaType: string) =>
  mediaType.endsWith('json')
    ? { type: 'object' as const, additionalProperties: true }
    : { type: 'string' as const };

function successes(one: Route): ZodOpenApiOperationObject['responses'] {
  const headers = one.etag
    ? { ETag: { schema: { type: 'string' as const }, description: 'For If-Match' } }
    : undefined;
  const entries = one.statuses.map((status) => {
    if (status === 204) return [status, { description: 'Done' }];
    return [status, { description: 'Success', content: contentOf(one), ...(headers ? { headers } : {}) }];
  });
  return Object.fromEntries(entries);
}

function contentOf({ output, csv, files }: Route) {
  const content: Record<string, { schema: z.ZodType | ReturnType<typeof rawSchema> }> = {};
  for (const type of [...files, ...(csv ? ['text/csv'] : [])]) content[type] = { schema: rawSchema(type) };
  if (output) content['application/json'] = { schema: output };
  return content;
}

function refusals(one: Route): ZodOpenApiOperationObject['responses'] {
  const content = { 'application/problem+json': { schema: problem } };
  return Object.fromEntries(
    refusalStatuses(one).map((status) => [status, { description: REFUSALS[status] ?? 'Refused', content }]),
  );
}
