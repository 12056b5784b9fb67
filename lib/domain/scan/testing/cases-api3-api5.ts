import type { JsonObject } from '../../description/types.ts';
import { ANSWER, BODY, KEY, KEY_SCHEME, answering, json, one, sampleApi, taking } from './sample-api.ts';
import type { RuleCase } from './sample-api.ts';

const text = { type: 'string' };
const value31 = (schema: JsonObject) => ({ ...answering({ v: schema }), openapi: '3.1.0' });

/** One component that a request and an answer share. */
function shared(properties: JsonObject): JsonObject {
  const ref = { $ref: '#/components/schemas/Thing' };
  return sampleApi(
    {
      '/things': {
        post: {
          security: KEY,
          requestBody: { content: json(ref) },
          responses: { 201: { description: 'made', content: json(ref) } },
        },
      },
    },
    { components: { securitySchemes: KEY_SCHEME, schemas: { Thing: { type: 'object', properties } } } },
  );
}
const THING = '/components/schemas/Thing/properties';

const list = (operation: JsonObject) =>
  one('get', '/things', {
    ...operation,
    responses: { 200: { description: 'all', content: json({ type: 'array', items: text }) } },
  });
const limit = (schema: JsonObject) => list({ parameters: [{ name: 'limit', in: 'query', schema }] });
const upload = (description: string) =>
  one('post', '/files', {
    description,
    requestBody: { content: { 'application/octet-stream': { schema: { type: 'string' } } } },
  });
const answers = (responses: JsonObject) => one('get', '/things', { responses });
const scopes = (first: string[], second: string[], method = 'delete') =>
  sampleApi({
    '/things/{thing}': {
      get: { security: [{ o: first }], responses: {} },
      [method]: { security: [{ o: second }], responses: {} },
    },
  });
const admin = (security: JsonObject) =>
  sampleApi(
    {
      '/admin/things': { get: { responses: {}, ...security } },
      '/things': { get: { responses: {}, security: KEY } },
    },
    { security: KEY },
  );

export const CASES_API3_API5: readonly RuleCase[] = [
  {
    rule: 'api3-own-privilege',
    fires: taking({ isAdmin: { type: 'boolean' } }, '/users/me'),
    at: '/paths/~1users~1me/post/requestBody/content/application~1json/schema/properties/isAdmin',
    silent: taking({ isAdmin: { type: 'boolean', readOnly: true } }, '/users/me'),
  },
  {
    rule: 'api3-people-privilege',
    fires: taking({ roles: { type: 'array', items: text } }, '/users'),
    at: '/paths/~1users/post/requestBody/content/application~1json/schema/properties/roles',
    silent: taking({ roles: { type: 'array', items: text } }, '/users', {
      security: [{ key: ['users:admin'] }],
    }),
  },
  {
    rule: 'api3-writable-privilege',
    fires: taking({ role: text }),
    at: `${BODY}/role`,
    silent: taking({ role: text }, '/members'),
  },
  {
    rule: 'api3-writable-decision',
    fires: taking({ balance: { type: 'number' } }),
    at: `${BODY}/balance`,
    silent: taking({ label: text }),
  },
  {
    rule: 'api3-assigned-not-read-only',
    fires: shared({ createdAt: text }),
    at: `${THING}/createdAt`,
    silent: shared({ createdAt: { type: 'string', readOnly: true } }),
  },
  {
    rule: 'api3-password-for-everybody',
    fires: sampleApi({
      '/people': {
        get: {
          responses: {
            200: { description: 'all', content: json({ type: 'object', properties: { password: text } }) },
          },
        },
        post: { security: KEY, responses: {} },
      },
    }),
    at: '/paths/~1people/get/responses/200/content/application~1json/schema/properties/password',
    silent: answering({ password: text }),
  },
  {
    rule: 'api3-password-in-answer',
    fires: answering({ passwordHash: text }),
    at: `${ANSWER}/passwordHash`,
    silent: answering({
      passwordExpired: { type: 'boolean' },
      password: { type: 'string', writeOnly: true },
    }),
  },
  {
    rule: 'api3-password-in-shared-schema',
    fires: shared({ password: text }),
    at: `${THING}/password`,
    silent: answering({ password: text }),
  },
  {
    rule: 'api3-secret-in-answer',
    fires: answering({ clientSecret: text }),
    at: `${ANSWER}/clientSecret`,
    silent: taking({ clientSecret: text }),
  },
  {
    rule: 'api3-writable-admin-flag',
    fires: taking({ isAdmin: { type: 'boolean' } }),
    at: `${BODY}/isAdmin`,
    silent: taking({ admin: { type: 'object', properties: { name: text } } }),
  },
  {
    rule: 'api3-identity-number-in-answer',
    fires: answering({ ssn: text }),
    at: `${ANSWER}/ssn`,
    silent: answering({ lesson: text }),
  },
  {
    rule: 'api3-personal-data-in-answer',
    fires: answering({ birthDate: text }),
    at: `${ANSWER}/birthDate`,
    silent: answering({ lesson: text }),
  },
  {
    rule: 'api3-password-format-in-answer',
    fires: answering({ pin: { type: 'string', format: 'password' } }),
    at: `${ANSWER}/pin`,
    silent: taking({ pin: { type: 'string', format: 'password' } }),
  },
  {
    rule: 'api3-additional-properties',
    fires: answering({ map: { type: 'object', additionalProperties: true } }),
    at: `${ANSWER}/map/additionalProperties`,
    silent: answering({ map: { type: 'object', additionalProperties: false } }),
  },
  {
    rule: 'api3-unbounded-map',
    fires: answering({ map: { type: 'object', additionalProperties: text } }),
    at: `${ANSWER}/map`,
    silent: answering({ map: { type: 'object', additionalProperties: text, maxProperties: 9 } }),
  },
  {
    rule: 'api3-unevaluated-properties',
    fires: value31({ type: 'object', unevaluatedProperties: true }),
    at: `${ANSWER}/v/unevaluatedProperties`,
    silent: value31({ type: 'object', unevaluatedProperties: false }),
  },
  {
    rule: 'api3-unbounded-unevaluated',
    fires: value31({ type: 'object', unevaluatedProperties: text }),
    at: `${ANSWER}/v`,
    silent: value31({ type: 'object', unevaluatedProperties: text, maxProperties: 9 }),
  },
  {
    rule: 'api4-array-limit',
    fires: answering({ v: { type: 'array' } }),
    at: `${ANSWER}/v`,
    silent: answering({ v: { type: 'array', maxItems: 9 } }),
  },
  {
    rule: 'api4-string-limit',
    fires: answering({ v: text }),
    at: `${ANSWER}/v`,
    silent: answering({ v: { type: 'string', maxLength: 9 } }),
  },
  {
    rule: 'api4-string-restricted',
    fires: answering({ v: text }),
    at: `${ANSWER}/v`,
    silent: answering({ v: { type: 'string', enum: ['a'] } }),
  },
  {
    rule: 'api4-integer-limit',
    fires: value31({ type: ['integer', 'null'], minimum: 1 }),
    at: `${ANSWER}/v`,
    silent: value31({ type: 'integer', minimum: 1, exclusiveMaximum: 9 }),
  },
  {
    rule: 'api4-integer-limit-legacy',
    fires: answering({ v: { type: 'integer', minimum: 1 } }),
    at: `${ANSWER}/v`,
    silent: answering({ v: { type: 'integer', minimum: 1, maximum: 9 } }),
  },
  {
    rule: 'api4-integer-format',
    fires: answering({ v: { type: 'integer' } }),
    at: `${ANSWER}/v`,
    silent: answering({ v: { type: 'integer', format: 'int32' } }),
  },
  {
    rule: 'api4-open-list-without-page-size',
    fires: list({ security: [] }),
    at: '/paths/~1things/get',
    silent: list({}),
  },
  {
    rule: 'api4-list-without-page-size',
    fires: list({}),
    at: '/paths/~1things/get',
    silent: limit({ type: 'integer', maximum: 9 }),
  },
  {
    rule: 'api4-page-size-without-maximum',
    fires: limit({ type: 'integer' }),
    at: '/paths/~1things/get/parameters/0',
    silent: limit({ type: 'integer', maximum: 100 }),
  },
  {
    rule: 'api4-upload-without-size',
    fires: upload('Any file.'),
    at: '/paths/~1files/post',
    silent: upload('At most 10 MB.'),
  },
  {
    rule: 'api4-graphql-without-cost-limit',
    fires: one('post', '/graphql'),
    at: '/paths/~1graphql/post',
    silent: one('post', '/graphs'),
  },
  {
    rule: 'api4-rate-limit-headers',
    fires: answers({ 200: { description: 'fine' } }),
    at: '/paths/~1things/get/responses/200',
    silent: answers({
      200: { description: 'fine', headers: { RateLimit: {} } },
      500: { description: 'broken' },
    }),
  },
  {
    rule: 'api4-retry-after',
    fires: answers({ 429: { description: 'slow down', headers: { RateLimit: {} } } }),
    at: '/paths/~1things/get/responses/429/headers',
    silent: answers({ 429: { description: 'slow down', headers: { 'Retry-After': {} } } }),
  },
  {
    rule: 'api4-answer-429',
    fires: answers({ 429: { description: 'slow down' } }),
    at: '/paths/~1things/get/responses/429',
    silent: answers({ 429: { description: 'slow down', content: json({}) } }),
  },
  {
    rule: 'api5-admin-requirement-shared',
    fires: admin({ security: KEY }),
    at: '/paths/~1admin~1things/get/security/0',
    silent: admin({ security: [{ administrator: [] }] }),
  },
  {
    rule: 'api5-admin-requirement-inherited',
    fires: admin({}),
    at: '/paths/~1admin~1things/get',
    silent: admin({ security: [{ administrator: [] }] }),
  },
  {
    rule: 'api5-write-weaker-than-read',
    fires: scopes(['things:admin'], []),
    at: '/paths/~1things~1{thing}/delete',
    silent: scopes(['things', 'things.readonly'], ['things']),
  },
  {
    rule: 'api5-write-with-read-scope',
    fires: scopes(['things:read'], ['things:read']),
    at: '/paths/~1things~1{thing}/delete',
    silent: scopes(['things:read'], ['things:write']),
  },
];
