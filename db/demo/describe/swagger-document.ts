import type { JsonObject, JsonValue } from '../../../lib/domain/description/types.ts';
import { accessOf, documentSecurity, schemeOf } from './access.ts';
import type { Blueprint } from './blueprint.ts';
import { infoOf, pathsOf } from './openapi-document.ts';
import { pathParameters } from './openapi-operation.ts';
import { PROFILES } from './profile.ts';
import type { Profile } from './profile.ts';
import { isListing, restOperations } from './rest-operations.ts';
import type { RestOperation } from './rest-operations.ts';
import { responseSchema } from './schemas.ts';
import { basePathOf, hostOf } from './servers-of.ts';
import { operationIdOf, schemaName, spaced, summaryOf } from './words-of.ts';

/** In OpenAPI 2.0 the schema of a parameter that is not a body stands in the parameter itself. */
function inlined(parameter: JsonObject): JsonObject {
  const { schema, ...rest } = parameter;
  return typeof schema === 'object' && schema !== null && !Array.isArray(schema)
    ? { ...rest, ...schema }
    : rest;
}

function parameters(operation: RestOperation, profile: Profile): JsonObject[] {
  const path = pathParameters(operation, profile).map(inlined);
  if (isListing(operation) && profile.paging !== 'none') {
    return [...path, { name: 'limit', in: 'query', type: 'integer' }];
  }
  if (operation.deed === 'upload')
    return [...path, { name: 'file', in: 'formData', required: true, type: 'file' }];
  if (operation.deed !== 'create' && operation.deed !== 'change') return path;
  const schema = { $ref: `#/definitions/${schemaName(operation.entity)}` };
  return [...path, { name: 'body', in: 'body', required: true, schema }];
}

function success(operation: RestOperation): JsonObject {
  const { deed, entity } = operation;
  if (deed === 'remove') return { '204': { description: 'Done.' } };
  const one = { $ref: `#/definitions/${schemaName(entity)}` };
  const description = `The ${spaced(entity.name)}.`;
  if (isListing(operation))
    return { '200': { description: 'The list.', schema: { type: 'array', items: one } } };
  return { [deed === 'create' ? '201' : '200']: { description, schema: one } };
}

function swaggerOperation(operation: RestOperation, profile: Profile, blueprint: Blueprint): JsonObject {
  const { security } = accessOf(operation, profile, blueprint);
  const failures = profile.errors.map((status): [string, JsonValue] => [status, { description: 'Refused.' }]);
  return {
    operationId: operationIdOf(operation),
    summary: summaryOf(operation, blueprint.wording),
    tags: [operation.entity.plural],
    ...(operation.deed === 'upload' ? { consumes: ['multipart/form-data'] } : {}),
    ...(blueprint.deprecatedEntities.includes(operation.entity.name) ? { deprecated: true } : {}),
    ...(security ? { security } : {}),
    parameters: parameters(operation, profile),
    responses: { ...success(operation), ...Object.fromEntries(failures) },
  };
}

function securityDefinition(profile: Profile, blueprint: Blueprint): JsonObject {
  const scheme = schemeOf(profile, blueprint);
  if (scheme === 'basic') return { basic: { type: 'basic' } };
  const place =
    scheme === 'query-key' ? { in: 'query', name: 'api_key' } : { in: 'header', name: 'X-Api-Key' };
  return { key: { type: 'apiKey', ...place } };
}

/** OpenAPI 2.0, as the company's older services are described; written for `average` and `careless` ones. */
export function swaggerDocument(blueprint: Blueprint): JsonObject {
  const profile: Profile = PROFILES[blueprint.quality];
  const operations = restOperations(blueprint.resources);
  const definitions = operations.map(({ entity }): [string, JsonValue] => [
    schemaName(entity),
    responseSchema(entity, profile, blueprint),
  ]);
  return {
    swagger: '2.0',
    info: infoOf(blueprint, profile),
    host: hostOf(blueprint),
    basePath: basePathOf(blueprint),
    schemes: profile.isEncrypted ? ['https'] : ['http', 'https'],
    consumes: ['application/json'],
    produces: ['application/json'],
    security: documentSecurity(profile, blueprint),
    paths: pathsOf(operations, (operation) => swaggerOperation(operation, profile, blueprint)),
    definitions: Object.fromEntries(definitions),
    securityDefinitions: securityDefinition(profile, blueprint),
  };
}
