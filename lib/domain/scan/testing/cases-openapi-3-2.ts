import type { JsonObject } from '../../description/types.ts';
import { KEY, KEY_SCHEME } from './sample-api.ts';
import type { RuleCase } from './sample-api.ts';

const ITEM = '/paths/~1orders';
const responses = { 200: { description: 'fine' } };

/** One path of a description in OpenAPI 3.2, secured by a key unless it says otherwise. */
function path(item: JsonObject, schemes: JsonObject = KEY_SCHEME): RuleCase['fires'] {
  return {
    openapi: '3.2.0',
    $self: 'https://orders.example/openapi.json',
    info: { title: 'Orders', version: '1' },
    security: KEY,
    paths: { '/orders': item },
    components: { securitySchemes: schemes },
  };
}
const method = (name: string, more: JsonObject = {}) =>
  path({ additionalOperations: { [name]: { responses, ...more } } });
const asked = (properties: JsonObject) =>
  path({
    get: {
      parameters: [
        {
          name: 'all',
          in: 'querystring',
          content: { 'application/x-www-form-urlencoded': { schema: { type: 'object', properties } } },
        },
      ],
      responses,
    },
  });
const FIELDS = `${ITEM}/get/parameters/0/content/application~1x-www-form-urlencoded/schema/properties`;
const list = { type: 'array', items: { type: 'object' } };
const listed = (limit: JsonObject) => {
  const description = asked({ limit });
  const { get } = (description.paths as { '/orders': { get: { responses: object } } })['/orders'];
  get.responses = { 200: { description: 'fine', content: { 'application/json': { schema: list } } } };
  return description;
};
const streamed = (properties: JsonObject) =>
  path({
    query: {
      responses: {
        200: {
          description: 'fine',
          content: { 'application/jsonl': { itemSchema: { type: 'object', properties } } },
        },
      },
    },
  });
const device = (deviceAuthorizationUrl: string) =>
  path(
    {},
    {
      key: {
        type: 'oauth2',
        flows: {
          deviceAuthorization: {
            deviceAuthorizationUrl,
            tokenUrl: 'https://orders.example/token',
            scopes: {},
          },
        },
      },
    },
  );
const text = { type: 'string' };

/** What only OpenAPI 3.2 can say. */
export const CASES_OPENAPI_3_2: readonly RuleCase[] = (
  [
    {
      rule: 'api2-write-open',
      fires: method('PURGE', { security: [] }),
      at: `${ITEM}/additionalOperations/PURGE/security`,
      silent: method('PURGE'),
    },
    {
      rule: 'api2-optional-write',
      fires: method('MOVE', { security: [{}, ...KEY] }),
      at: `${ITEM}/additionalOperations/MOVE/security`,
      silent: method('PROPFIND'),
    },
    {
      rule: 'api2-read-open',
      fires: path({ query: { security: [], responses } }),
      at: `${ITEM}/query/security`,
      silent: path({ query: { responses } }),
    },
    {
      rule: 'api2-credential-in-query',
      fires: asked({ access_token: text }),
      at: `${FIELDS}/access_token`,
      silent: asked({ page_token: text }),
    },
    {
      rule: 'api2-credential-word-in-address',
      fires: asked({ page_token: text }),
      at: `${FIELDS}/page_token`,
      silent: asked({ name: text }),
    },
    {
      rule: 'api4-page-size-without-maximum',
      fires: listed({ type: 'integer' }),
      at: `${FIELDS}/limit`,
      silent: listed({ type: 'integer', maximum: 100 }),
    },
    {
      rule: 'api3-password-in-answer',
      fires: streamed({ password: text }),
      at: `${ITEM}/query/responses/200/content/application~1jsonl/itemSchema/properties/password`,
      silent: streamed({ name: text }),
    },
    {
      rule: 'api2-plain-sign-in',
      fires: device('http://orders.example/device'),
      at: '/components/securitySchemes/key/flows/deviceAuthorization/deviceAuthorizationUrl',
      silent: device('https://orders.example/device'),
    },
  ] as const
).map((one) => ({ ...one, format: 'openapi-3.2' }));
