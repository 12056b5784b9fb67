import { describe, expect, it } from 'vitest';
import { diffDescriptions } from './diff.ts';
import { parsedAs } from './testing/library-description.ts';

const S = { type: 'string' };
const I = { type: 'integer' };
const list = { type: 'array', items: S };
const ANSWERS = { '200': { description: '' } };

/** An API with one operation; `more` goes into the document beside its paths. */
function apiWith(operation: object, more: object = {}, version: '2.0' | '3.1' = '3.1') {
  const paths = { '/a': { get: { responses: ANSWERS, ...operation } } };
  return version === '2.0'
    ? parsedAs('openapi-2.0', { swagger: '2.0', paths, ...more })
    : parsedAs('openapi-3.1', { openapi: '3.1.0', paths, ...more });
}
type Api = ReturnType<typeof apiWith>;

function told(before: Api, after: Api): string[] {
  const { breaking, security } = diffDescriptions(before, after);
  return [...new Set([...breaking, ...security].map(({ what }) => what))].toSorted();
}

const answering = (answer: object) => apiWith({ responses: { '200': { description: '', ...answer } } });
const json = (schema: object, media = 'application/json') => ({ content: { [media]: { schema } } });
const served = (...servers: object[]) => apiWith({}, { servers });
const secured = (name: string, more: object = {}) =>
  apiWith(more, {
    security: [{ [name]: [] }],
    components: { securitySchemes: { [name]: { type: 'http', scheme: 'bearer' } } },
  });
const calling = (schema: object) =>
  apiWith({
    callbacks: { done: { '{$request.body#/to}': { post: { requestBody: json(schema), responses: {} } } } },
  });
const telling = (schema: object) =>
  apiWith({}, { webhooks: { sent: { post: { requestBody: json(schema), responses: {} } } } });
const region = (values: string[], usual = 'eu') => ({
  url: 'https://{region}.example.com',
  variables: { region: { default: usual, enum: values } },
});

const REFACTORINGS: [string, Api, Api][] = [
  [
    'a parameter moved to the operation',
    parsedAs('openapi-3.1', {
      paths: {
        '/a': { parameters: [{ name: 'q', in: 'query', required: true }], get: { responses: ANSWERS } },
      },
    }),
    apiWith({ parameters: [{ name: 'q', in: 'query', required: true }] }),
  ],
  ['the encoding of a media type', answering(json(S)), answering(json(S, 'Application/JSON; charset=UTF-8'))],
  [
    'the letters of a header',
    answering({ headers: { 'X-Page': { schema: I } } }),
    answering({ headers: { 'x-page': { schema: I } } }),
  ],
  [
    'a slash behind a server',
    served({ url: 'https://a.example/v1/' }),
    served({ url: 'https://a.example/v1' }),
  ],
  [
    'servers written one by one',
    served(region(['eu', 'us'])),
    served({ url: 'https://eu.example.com' }, { url: 'https://us.example.com' }),
  ],
  ['a security scheme of another name', secured('token'), secured('bearerAuth')],
  [
    'what holds of a list without a word',
    apiWith({ parameters: [{ name: 'q', in: 'query', schema: list }] }),
    apiWith({ parameters: [{ name: 'q', in: 'query', style: 'form', explode: true, schema: list }] }),
  ],
  [
    'a form in another version',
    apiWith(
      {
        consumes: ['multipart/form-data'],
        parameters: [
          { name: 'photo', in: 'formData', type: 'file', required: true },
          { name: 'name', in: 'formData', type: 'string' },
        ],
      },
      {},
      '2.0',
    ),
    apiWith({
      requestBody: {
        required: true,
        ...json(
          {
            type: 'object',
            required: ['photo'],
            properties: { photo: { type: 'string', format: 'binary' }, name: S },
          },
          'multipart/form-data',
        ),
      },
    }),
  ],
  [
    'how lists are separated in another version',
    apiWith({ parameters: [{ name: 'q', in: 'query', ...list, collectionFormat: 'multi' }] }, {}, '2.0'),
    apiWith({ parameters: [{ name: 'q', in: 'query', schema: list }] }),
  ],
  [
    'security schemes in another version',
    apiWith(
      {},
      {
        securityDefinitions: {
          password: { type: 'basic' },
          company: {
            type: 'oauth2',
            flow: 'application',
            tokenUrl: 'https://a.example',
            scopes: { read: '' },
          },
        },
      },
      '2.0',
    ),
    apiWith(
      {},
      {
        components: {
          securitySchemes: {
            password: { type: 'http', scheme: 'basic' },
            company: {
              type: 'oauth2',
              flows: { clientCredentials: { tokenUrl: 'https://a.example', scopes: { read: '' } } },
            },
          },
        },
      },
    ),
  ],
];

const CHANGES: [string, Api, Api, string[]][] = [
  [
    'a header that is gone',
    answering({ headers: { Location: { schema: S } } }),
    answering({}),
    ['GET /a no longer returns the header Location'],
  ],
  [
    'a header that may be missing, of another type',
    answering({ headers: { Location: { required: true, schema: S } } }),
    answering({ headers: { Location: { schema: I } } }),
    [
      'GET /a may leave out the header Location',
      'GET /a returns the header Location as integer instead of string',
    ],
  ],
  [
    'a secret in a header',
    answering({}),
    answering({ headers: { 'X-Access-Token': { schema: S } } }),
    ['GET /a also returns the header X-Access-Token (a secret)'],
  ],
  [
    'what a callback sends',
    calling({ type: 'object', properties: { id: S } }),
    calling({ type: 'object', properties: { id: S, password: S } }),
    ['The callback done of GET /a also returns body.password (a secret)'],
  ],
  [
    'what a webhook sends',
    telling({ type: 'object', properties: { id: S } }),
    telling({ type: 'object', properties: {} }),
    ['The webhook sent no longer returns body.id'],
  ],
  [
    'a value of a server more',
    served(region(['eu'])),
    served(region(['eu', 'us'])),
    ['The API is now served at https://us.example.com'],
  ],
  [
    'a server whose variable is its protocol',
    served({ url: 'https://a.example' }),
    served({ url: '{by}://a.example', variables: { by: { default: 'https', enum: ['https', 'http'] } } }),
    ['The API is now served at http://a.example, without encryption'],
  ],
  [
    'another way to write a list',
    apiWith({ parameters: [{ name: 'q', in: 'query', schema: list }] }),
    apiWith({ parameters: [{ name: 'q', in: 'query', schema: list, style: 'pipeDelimited' }] }),
    ['GET /a takes the query parameter q in the style pipeDelimited instead of form, exploded'],
  ],
  [
    'a security scheme of another name that asks for less',
    secured('token'),
    secured('bearerAuth', { security: [{}] }),
    ['GET /a no longer asks for authentication'],
  ],
];

describe('an operation that is only written differently', () => {
  it.each(REFACTORINGS)('has not changed for anybody: %s', (_, before, after) => {
    expect(told(before, after)).toEqual([]);
    expect(told(after, before)).toEqual([]);
  });
});

describe('what an operation does now', () => {
  it.each(CHANGES)('%s', (_, before, after, sentences) => {
    expect(told(before, after)).toEqual(sentences);
  });

  it('by a webhook belongs to no operation, and by a callback to its own', () => {
    const [before, after] = [S, I].map((id) => ({ type: 'object', properties: { id } }));
    const operationOf = (api: (schema: object) => Api) =>
      diffDescriptions(api(before!), api(after!)).breaking.map(({ operation }) => operation);
    expect(operationOf(telling)).toEqual([null]);
    expect(operationOf(calling)).toEqual(['GET /a']);
  });
});
