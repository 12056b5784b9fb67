import { describe, expect, it } from 'vitest';
import { listFeatures } from './features.ts';
import { listOperations } from './operations.ts';
import { listServers } from './servers.ts';
import { libraryWith, parsedAs } from './testing/library-description.ts';
import type { Feature, ParsedDescription } from './types.ts';

const featuresOf = (parsed: ParsedDescription) =>
  listFeatures(parsed, listOperations(parsed), listServers(parsed));

const described = (operation: object, method = 'get', path = '/things', more: object = {}) =>
  featuresOf(parsedAs('openapi-3.0', { paths: { [path]: { [method]: operation } }, ...more }));

const sends = (schema: object, media = 'application/json') => ({
  requestBody: { content: { [media]: { schema } } },
});
const answers = (schema: object) => ({
  responses: { '200': { content: { 'application/json': { schema } } } },
});

describe('features of an OpenAPI description', () => {
  it.each<[Feature, () => Feature[]]>([
    ['authentication', () => described({ security: [{ key: [] }] })],
    [
      'authentication',
      () => described({}, 'get', '/a', { components: { securitySchemes: { key: { type: 'http' } } } }),
    ],
    ['unauthenticated-operations', () => described({})],
    ['object-ids', () => described({}, 'get', '/things/{thing}')],
    ['object-ids', () => described({ parameters: [{ name: 'orderId', in: 'query' }] })],
    ['write-operations', () => described({}, 'patch')],
    ['file-upload', () => described(sends({}, 'multipart/form-data'), 'post')],
    ['file-upload', () => described(sends({ type: 'string', format: 'binary' }), 'post')],
    ['file-upload', () => described({ parameters: [{ name: 'f', in: 'formData', type: 'file' }] }, 'post')],
    ['url-parameters', () => described({ parameters: [{ name: 'callback_url', in: 'query' }] })],
    [
      'url-parameters',
      () => described({ parameters: [{ name: 'a', in: 'query', schema: { format: 'uri' } }] }),
    ],
    [
      'url-parameters',
      () => described(sends({ properties: { nested: { properties: { imageUrl: {} } } } }), 'post'),
    ],
    ['webhooks-or-callbacks', () => described({ callbacks: { done: {} } }, 'post')],
    ['webhooks-or-callbacks', () => described({}, 'get', '/a', { webhooks: { created: {} } })],
    ['graphql', () => described({}, 'post', '/v1/graphql')],
    ['lists', () => described({ parameters: [{ name: 'page_size', in: 'query' }] })],
    ['lists', () => described(answers({ type: 'array' }))],
    ['lists', () => described(answers({ properties: { items: { type: 'array' } } }))],
    ['admin-operations', () => described({}, 'get', '/admin/users')],
    ['sensitive-flows', () => described({}, 'post', '/orders')],
    ['sensitive-flows', () => described({ operationId: 'resetPassword' }, 'post', '/x')],
    ['personal-data', () => described(answers({ properties: { dateOfBirth: {} } }))],
    ['personal-data', () => described(sends({ properties: { email: {} } }), 'post')],
    ['third-party-data', () => described({}, 'post', '/imports')],
    [
      'several-versions',
      () => described({}, 'get', '/v1/a', { servers: [{ url: 'https://api.example.com/v2' }] }),
    ],
  ])('%s', (feature, find) => {
    expect(find()).toContain(feature);
  });

  it('finds them behind references, in circles too', () => {
    const found = featuresOf(
      libraryWith((document) => {
        Object.assign(document.components.schemas.Person.properties, { phone: { type: 'string' } });
      }),
    );
    expect(found).toEqual(['authentication', 'object-ids', 'write-operations', 'lists', 'personal-data']);
  });

  it('does not take an address in an answer for one that is called', () => {
    expect(described(answers({ properties: { url: { format: 'uri' } } }))).not.toContain('url-parameters');
  });

  it('reads anything without falling over', () => {
    const odd = {
      parameters: [null, 7, { schema: [] }],
      requestBody: 'x',
      responses: { '200': null },
      callbacks: [],
    };
    expect(described(odd)).toEqual(['unauthenticated-operations']);
  });
});

describe('features of an AsyncAPI document', () => {
  it('are those of replies too, which go the other way', () => {
    const payload = {
      schemaFormat: 'application/schema+json',
      schema: { properties: { email: {}, callbackUrl: {} } },
    };
    const asking = (action: string) =>
      featuresOf(
        parsedAs('asyncapi-3', {
          asyncapi: '3.0.0',
          channels: { a: { messages: { m: { payload } } }, b: {} },
          operations: {
            ask: { action, channel: { $ref: '#/channels/b' }, reply: { channel: { $ref: '#/channels/a' } } },
          },
        }),
      );
    expect(asking('receive')).toContain('personal-data');
    expect(asking('receive')).not.toContain('url-parameters');
    expect(asking('send')).toContain('url-parameters');
  });
});
