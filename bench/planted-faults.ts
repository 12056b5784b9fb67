import type { Severity } from '../lib/domain/words.ts';
import type { JsonObject } from '../lib/domain/description/types.ts';
import { isObject, objectOf } from '../lib/domain/description/json-values.ts';
import { openapiOperations } from '../lib/domain/description/openapi-operations.ts';

/** A weakness put into a description: what has to be found then, at least how severe. */
export interface PlantedFault {
  name: string;
  /** Rules or causes, one of which must appear in a finding. */
  found: readonly string[];
  severity: Severity;
  /** Changes the description; false where it has no place for the fault. */
  plant: (document: JsonObject) => boolean;
}

function child(holder: JsonObject, key: string): JsonObject {
  const value = holder[key];
  if (isObject(value)) return value;
  const made: JsonObject = {};
  holder[key] = made;
  return made;
}

const paths = (document: JsonObject) => child(document, 'paths');
const components = (document: JsonObject) => child(document, 'components');

/** Makes sure that there is a key scheme and something secured by it. */
function secure(document: JsonObject): JsonObject[] {
  child(components(document), 'securitySchemes').planted = {
    type: 'apiKey',
    in: 'header',
    name: 'X-Planted',
  };
  return [{ planted: [] }];
}

function addOperation(document: JsonObject, method: string, path: string, operation: JsonObject): boolean {
  const item = child(paths(document), path);
  item[method] = { security: secure(document), responses: { 200: { description: 'fine' } }, ...operation };
  return true;
}

function firstOperation(
  document: JsonObject,
  wanted: (method: string, operation: JsonObject) => boolean,
): JsonObject | undefined {
  for (const { method, operation } of openapiOperations(document))
    if (wanted(method, operation)) return operation;
  return undefined;
}

const body = (schema: JsonObject): JsonObject => ({
  requestBody: { content: { 'application/json': { schema } } },
});
const answer = (schema: JsonObject, status = '200'): JsonObject => ({
  responses: { [status]: { description: 'planted', content: { 'application/json': { schema } } } },
});
const object = (properties: JsonObject): JsonObject => ({ type: 'object', properties });
const TEXT = { type: 'string' };

/** Twenty kinds of weakness that people really write. */
export const PLANTED_FAULTS: readonly PlantedFault[] = [
  {
    name: 'a writing operation opened',
    found: ['api2-write-open', 'api2-write-open-beside-secured'],
    severity: 'high',
    plant: (document) => addOperation(document, 'delete', '/planted-things/{thing}', { security: [] }),
  },
  {
    name: 'an administrative operation opened',
    found: ['api2-sensitive-write-open'],
    severity: 'critical',
    plant: (document) => addOperation(document, 'post', '/admin/planted', { security: [] }),
  },
  {
    name: 'a server over http',
    found: ['api8-plain-http-server'],
    severity: 'high',
    plant: (document) => {
      document.servers = [{ url: 'http://planted.example.com' }];
      return true;
    },
  },
  {
    name: 'basic authentication',
    found: ['api2-http-basic'],
    severity: 'medium',
    plant: (document) => {
      child(components(document), 'securitySchemes').plantedBasic = { type: 'http', scheme: 'basic' };
      return true;
    },
  },
  {
    name: 'an API key in the query',
    found: ['api2-api-key-in-url'],
    severity: 'high',
    plant: (document) => {
      child(components(document), 'securitySchemes').plantedKey = { type: 'apiKey', in: 'query', name: 'k' };
      return true;
    },
  },
  {
    name: 'a password in the query',
    found: ['api2-credential-in-query'],
    severity: 'high',
    plant: (document) =>
      addOperation(document, 'get', '/planted', {
        parameters: [{ name: 'password', in: 'query', schema: TEXT }],
      }),
  },
  {
    name: 'identifiers that count',
    found: ['api1-objects-by-id'],
    severity: 'medium',
    plant: (document) =>
      addOperation(document, 'get', '/planted/{planted_id}', {
        parameters: [{ name: 'planted_id', in: 'path', required: true, schema: { type: 'integer' } }],
      }),
  },
  {
    name: 'rights in what people send about themselves',
    found: ['api3-own-privilege'],
    severity: 'high',
    plant: (document) =>
      addOperation(document, 'patch', '/planted/me', body(object({ isAdmin: { type: 'boolean' } }))),
  },
  {
    name: 'a password hash in an answer',
    found: ['api3-password-in-answer'],
    severity: 'high',
    plant: (document) =>
      addOperation(document, 'get', '/planted-people', answer(object({ passwordHash: TEXT }))),
  },
  {
    name: 'a stack trace in an error',
    found: ['api8-internals-in-answer'],
    severity: 'medium',
    plant: (document) =>
      addOperation(document, 'get', '/planted', answer(object({ stackTrace: TEXT }), '500')),
  },
  {
    name: 'a page size without maximum',
    found: ['api4-unbounded-lists'],
    severity: 'medium',
    plant: (document) =>
      addOperation(document, 'get', '/planted-list', {
        parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer' } }],
        ...answer({ type: 'array', items: TEXT }),
      }),
  },
  {
    name: 'an upload of any size',
    found: ['api4-upload-without-size'],
    severity: 'medium',
    plant: (document) =>
      addOperation(document, 'post', '/planted-file', {
        requestBody: {
          content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
        },
      }),
  },
  {
    name: 'an unbounded text in a request',
    found: ['api4-no-limits'],
    severity: 'low',
    plant: (document) => addOperation(document, 'post', '/planted', body(object({ note: TEXT }))),
  },
  {
    name: 'a sign-in without limit',
    found: ['api6-unlimited-flows'],
    severity: 'medium',
    plant: (document) => addOperation(document, 'post', '/planted/login', { security: [] }),
  },
  {
    name: 'a purchase without limit',
    found: ['api6-unlimited-flows'],
    severity: 'medium',
    plant: (document) => addOperation(document, 'post', '/planted/checkout', {}),
  },
  {
    name: 'a webhook to anywhere',
    found: ['api7-caller-addresses'],
    severity: 'medium',
    plant: (document) => addOperation(document, 'post', '/planted-hooks', body(object({ webhookUrl: TEXT }))),
  },
  {
    name: 'every origin allowed',
    found: ['api8-any-origin'],
    severity: 'medium',
    plant: (document) => {
      const operation = firstOperation(document, (_method, { responses }) => isObject(responses));
      const responses = objectOf(operation?.responses);
      const status = Object.keys(responses).find(
        (key) => isObject(responses[key]) && objectOf(responses[key]).$ref === undefined,
      );
      if (status === undefined) return false;
      child(child(responses, status), 'headers')['Access-Control-Allow-Origin'] = {
        schema: { type: 'string', enum: ['*'] },
      };
      return true;
    },
  },
  {
    name: 'deleting with a scope for reading',
    found: ['api5-write-with-read-scope'],
    severity: 'high',
    plant: (document) =>
      addOperation(document, 'delete', '/planted/{thing}', { security: [{ planted: ['things:read'] }] }),
  },
  {
    name: 'an older version left open',
    found: ['api9-several-versions'],
    severity: 'low',
    plant: (document) =>
      addOperation(document, 'get', '/v1/planted', {}) && addOperation(document, 'get', '/v2/planted', {}),
  },
  {
    name: 'deprecated without an end',
    found: ['api9-deprecated-without-sunset'],
    severity: 'low',
    plant: (document) => {
      const operation = firstOperation(
        document,
        (_method, { deprecated, description, summary }) =>
          deprecated !== true &&
          !/sunset|remov|retire|end|20\d\d|discontinu/i.test(JSON.stringify([description, summary])),
      );
      if (!operation) return false;
      operation.deprecated = true;
      return true;
    },
  },
  {
    name: 'heap dumps for the public',
    found: ['api2-sensitive-read-open'],
    severity: 'high',
    plant: (document) => addOperation(document, 'get', '/actuator/heapdump', { security: [] }),
  },
  {
    name: 'a key in an example',
    found: ['api2-secret-in-example'],
    severity: 'medium',
    plant: (document) =>
      addOperation(
        document,
        'get',
        '/planted',
        answer(object({ note: { ...TEXT, example: ['AKIA', 'QWERTZUIOPASDFGH'].join('') } })),
      ),
  },
];
