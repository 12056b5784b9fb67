import type { JsonObject } from '../../../lib/domain/description/types.ts';
import type { Blueprint } from './blueprint.ts';
import { accessOf } from './access.ts';
import type { Profile } from './profile.ts';
import { isListing } from './rest-operations.ts';
import type { RestOperation } from './rest-operations.ts';
import { idSchema } from './schemas.ts';
import { operationIdOf, schemaName, spaced, summaryOf } from './words-of.ts';

const ref = (place: string): JsonObject => ({ $ref: `#/components/${place}` });
const json = (schema: JsonObject): JsonObject => ({ 'application/json': { schema } });

/** Identifiers in the path, in its order. */
export function pathParameters(operation: RestOperation, profile: Profile): JsonObject[] {
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  return names.map((name) => ({
    name,
    in: 'path',
    required: true,
    description: `Identifier of the ${spaced(name.replace(/Id$/, ''))}.`,
    schema: idSchema(profile),
  }));
}

function listParameters(profile: Profile): JsonObject[] {
  if (profile.paging === 'none') return [];
  if (profile.paging === 'bounded') return [ref('parameters/Limit'), ref('parameters/Cursor')];
  return [{ name: 'limit', in: 'query', description: 'How many to return.', schema: { type: 'integer' } }];
}

function requestBody(operation: RestOperation, profile: Profile): JsonObject | null {
  const { deed, entity } = operation;
  if (deed === 'create' || deed === 'change') {
    const name = profile.hasRequestSchemas ? `${schemaName(entity)}Input` : schemaName(entity);
    return { required: true, content: json(ref(`schemas/${name}`)) };
  }
  if (deed !== 'upload') return null;
  const file = { type: 'string', format: 'binary', ...(profile.isBounded ? { maxLength: 10485760 } : {}) };
  const schema = {
    type: 'object',
    ...(profile.isBounded ? { additionalProperties: false } : {}),
    required: ['file'],
    properties: { file },
  };
  return { required: true, content: { 'multipart/form-data': { schema } } };
}

function headersOf(profile: Profile): JsonObject {
  return {
    ...(profile.hasRateLimits ? { RateLimit: ref('headers/RateLimit') } : {}),
    ...(profile.isComplete
      ? { 'Access-Control-Allow-Origin': ref('headers/Access-Control-Allow-Origin') }
      : {}),
  };
}

export function withHeaders(response: JsonObject, profile: Profile): JsonObject {
  const headers = headersOf(profile);
  return Object.keys(headers).length > 0 ? { ...response, headers } : response;
}

function success(operation: RestOperation, profile: Profile): [status: string, response: JsonObject] {
  const { deed, entity } = operation;
  const noun = spaced(entity.name);
  if (deed === 'remove') return ['204', withHeaders({ description: `The ${noun} is gone.` }, profile)];
  const isList = isListing(operation);
  const schema = ref(`schemas/${schemaName(entity)}${isList ? 'List' : ''}`);
  const description = isList ? `One page of ${entity.plural.replaceAll('-', ' ')}.` : `The ${noun}.`;
  return [deed === 'create' ? '201' : '200', withHeaders({ description, content: json(schema) }, profile)];
}

const takesInput = (operation: RestOperation) => operation.method === 'post' || operation.method === 'patch';

function errors(operation: RestOperation, profile: Profile): [status: string, response: JsonObject][] {
  return profile.errors
    .filter((status) => status !== '404' || operation.path.includes('{'))
    .filter((status) => status !== '422' || takesInput(operation))
    .map((status) => [status, ref(`responses/Problem${status}`)]);
}

export function openApiOperation(
  operation: RestOperation,
  profile: Profile,
  blueprint: Blueprint,
): JsonObject {
  const { security } = accessOf(operation, profile, blueprint);
  const parameters = [
    ...pathParameters(operation, profile),
    ...(isListing(operation) ? listParameters(profile) : []),
  ];
  const body = requestBody(operation, profile);
  const isDeprecated = blueprint.deprecatedEntities.includes(operation.entity.name);
  return {
    operationId: operationIdOf(operation),
    summary: summaryOf(operation, blueprint.wording),
    tags: [operation.entity.plural],
    ...(isDeprecated
      ? { deprecated: true, ...(profile.isComplete ? { 'x-sunset': '2027-06-30' } : {}) }
      : {}),
    ...(security ? { security } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: body } : {}),
    responses: Object.fromEntries([success(operation, profile), ...errors(operation, profile)]),
  };
}
