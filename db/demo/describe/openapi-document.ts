import type { JsonObject, JsonValue } from '../../../lib/domain/description/types.ts';
import type { Entity } from '../entities/entity.ts';
import { COMPANY } from '../organisation.ts';
import { documentSecurity, securitySchemes } from './access.ts';
import type { Blueprint } from './blueprint.ts';
import { openApiOperation, withHeaders } from './openapi-operation.ts';
import { PROFILES } from './profile.ts';
import type { Profile } from './profile.ts';
import { isListing, restOperations } from './rest-operations.ts';
import type { RestOperation } from './rest-operations.ts';
import { object, requestSchema, responseSchema } from './schemas.ts';
import { serversOf } from './servers-of.ts';
import { schemaName } from './words-of.ts';

const INTRODUCTIONS = ['', ' Questions go to the owning team.', ' See the handbook for examples.'];

export function infoOf(blueprint: Blueprint, profile: Profile): JsonObject {
  const { api, version, wording } = blueprint;
  return {
    title: api.name,
    description: `${api.description}${INTRODUCTIONS[wording % INTRODUCTIONS.length] ?? ''}`,
    version,
    ...(profile.isBounded
      ? { contact: { name: `Team ${api.team}`, email: `${api.team}@${COMPANY.domain}` } }
      : {}),
  };
}

const PROBLEMS: Record<string, string> = {
  '400': 'The request is malformed.',
  '401': 'Nobody is signed in.',
  '403': 'The caller may not do this.',
  '404': 'There is no such object, or it may not be seen.',
  '422': 'A value is not acceptable.',
  '429': 'Too many requests; wait as long as Retry-After says.',
  '500': 'Something unexpected happened; the request identifier helps support.',
};

function responses(profile: Profile): JsonObject {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    profile.errors.map((status): [string, JsonValue] => {
      const response = withHeaders({ description: PROBLEMS[status] ?? '', content }, profile);
      if (status !== '429') return [`Problem${status}`, response];
      const own = response['headers'];
      const headers = {
        ...(isObject(own) ? own : {}),
        'Retry-After': { $ref: '#/components/headers/RetryAfter' },
      };
      return [`Problem${status}`, { ...response, headers }];
    }),
  );
}

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function problemSchema(profile: Profile): JsonObject {
  const text: JsonObject = {
    type: 'string',
    ...(profile.isBounded ? { maxLength: 500, pattern: '^[^\\x00-\\x08]*$' } : {}),
  };
  const status: JsonObject = {
    type: 'integer',
    ...(profile.isBounded ? { format: 'int32', minimum: 400, maximum: 599 } : {}),
  };
  return object(
    { type: text, title: text, status, detail: text, requestId: text },
    ['title', 'status'],
    profile,
  );
}

function schemas(operations: readonly RestOperation[], profile: Profile, blueprint: Blueprint): JsonObject {
  const result: JsonObject = profile.errors.length > 0 ? { Problem: problemSchema(profile) } : {};
  const named = new Map(operations.map(({ entity }): [string, Entity] => [schemaName(entity), entity]));
  for (const [name, entity] of named) {
    const own = operations.filter((operation) => operation.entity === entity);
    result[name] = responseSchema(entity, profile, blueprint);
    const takesInput = own.some(({ deed }) => deed === 'create' || deed === 'change');
    if (profile.hasRequestSchemas && takesInput)
      result[`${name}Input`] = requestSchema(entity, profile, blueprint);
    if (own.some(isListing)) result[`${name}List`] = listSchema(name, profile);
  }
  return result;
}

function listSchema(name: string, profile: Profile): JsonObject {
  const items = { type: 'array', items: { $ref: `#/components/schemas/${name}` } };
  if (profile.paging === 'none') return items;
  if (!profile.isBounded) return object({ items }, ['items'], profile);
  const nextCursor = { type: 'string', maxLength: 200, pattern: '^[A-Za-z0-9_-]*$' };
  return object({ items: { ...items, maxItems: 100 }, nextCursor }, ['items'], profile);
}

function headers(profile: Profile): JsonObject {
  const text = (maxLength: number, pattern: string) => ({ schema: { type: 'string', maxLength, pattern } });
  return {
    ...(profile.hasRateLimits
      ? {
          RateLimit: { description: 'Requests left in this window.', ...text(80, '^[a-z0-9=;, "]*$') },
          RetryAfter: {
            description: 'Seconds to wait.',
            schema: { type: 'integer', format: 'int32', minimum: 1, maximum: 3600 },
          },
        }
      : {}),
    ...(profile.isComplete
      ? {
          'Access-Control-Allow-Origin': {
            description: 'The one origin that may read this.',
            ...text(200, '^https://[a-z0-9.-]+$'),
          },
        }
      : {}),
  };
}

const PAGING: JsonObject = {
  Limit: {
    name: 'limit',
    in: 'query',
    description: 'How many to return at most.',
    schema: { type: 'integer', format: 'int32', minimum: 1, maximum: 100, default: 25 },
  },
  Cursor: {
    name: 'cursor',
    in: 'query',
    description: 'Where the previous page ended.',
    schema: { type: 'string', maxLength: 200, pattern: '^[A-Za-z0-9_-]*$' },
  },
};

export function pathsOf(
  operations: readonly RestOperation[],
  describe: (operation: RestOperation) => JsonObject,
): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const operation of operations) {
    (paths[operation.path] ??= {})[operation.method] = describe(operation);
  }
  return paths;
}

/** OpenAPI 3.0 or 3.1. */
export function openApiDocument(blueprint: Blueprint): JsonObject {
  const profile: Profile = PROFILES[blueprint.quality];
  const operations = restOperations(blueprint.resources);
  const isPaged = profile.paging === 'bounded' && operations.some(isListing);
  return {
    openapi: blueprint.api.format === 'openapi-3.1' ? '3.1.0' : '3.0.3',
    info: infoOf(blueprint, profile),
    servers: serversOf(profile, blueprint),
    tags: [...new Set(operations.map(({ entity }) => entity.plural))].map((name) => ({ name })),
    security: documentSecurity(profile, blueprint),
    paths: pathsOf(operations, (operation) => openApiOperation(operation, profile, blueprint)),
    components: {
      schemas: schemas(operations, profile, blueprint),
      ...(isPaged ? { parameters: PAGING } : {}),
      ...(profile.errors.length > 0 ? { responses: responses(profile) } : {}),
      ...(profile.hasRateLimits || profile.isComplete ? { headers: headers(profile) } : {}),
      securitySchemes: securitySchemes(profile, blueprint, operations),
    },
  };
}
