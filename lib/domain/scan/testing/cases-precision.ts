import type { JsonObject } from '../../description/types.ts';
import { ANSWER, BODY, KEY, KEY_SCHEME, answering, json, one, sampleApi, taking } from './sample-api.ts';
import type { RuleCase } from './sample-api.ts';

const text = { type: 'string' };
const OPTIONAL: JsonObject = { security: [{ key: [] }, {}] };
const TOKEN = { parameters: [{ name: 'X-Access-Token', in: 'header', schema: text }] };
const open = (path: string, operation: JsonObject = {}) => one('post', path, { security: [], ...operation });
const component = (name: string, properties: JsonObject) =>
  sampleApi(
    {
      '/things': {
        get: {
          security: KEY,
          responses: {
            200: { description: 'fine', content: json({ $ref: `#/components/schemas/${name}` }) },
          },
        },
      },
    },
    { components: { securitySchemes: KEY_SCHEME, schemas: { [name]: { type: 'object', properties } } } },
  );
const failing = (properties: JsonObject) =>
  one('get', '/things', { responses: { 500: { description: 'failed', content: json({ properties }) } } });
const FAILURE = '/paths/~1things/get/responses/500/content/application~1json/schema/properties';
const numbered = (name: string) =>
  one('get', `/things/{${name}}`, {
    parameters: [{ name, in: 'path', required: true, schema: { type: 'integer' } }],
  });
const sized = (parameter: JsonObject) =>
  one('get', '/things', {
    parameters: [{ name: 'limit', in: 'query', ...parameter }],
    responses: { 200: { description: 'all', content: json({ type: 'array', items: text }) } },
  });
const sends = (schema: JsonObject) =>
  one('post', '/files', { requestBody: { content: { 'application/octet-stream': { schema } } } });
const pem = (body: string) =>
  answering({ key: { ...text, example: `-----BEGIN PRIVATE KEY----- ${body} -----END PRIVATE KEY-----` } });
const password = (path: string, properties: JsonObject) => taking(properties, path);
const SITE = { type: 'object', properties: { permissions: { type: 'array', items: text } } };
const PERSON = { type: 'object', properties: { permissions: { type: 'array', items: text } } };

const UNREADABLE: readonly JsonObject[] = [
  { 'x-ms-secret': true },
  { 'x-ms-mutability': ['create', 'update'] },
];
const NOT_CALLED: readonly JsonObject[] = [
  { callback: { ...text, description: 'JSONP callback: the name of a function.' } },
  { callback: { ...text, description: 'Wraps the answer.' } },
  { callback_url: { ...text, description: 'Where the person is redirected after signing.' } },
];

/** What real descriptions write that looks like a weakness and is none, beside what is one. */
export const CASES_PRECISION: readonly RuleCase[] = [
  {
    rule: 'api2-question-open',
    fires: open('/things/search'),
    at: '/paths/~1things~1search/post/security',
    silent: open('/search-agents', { summary: 'Creates a search agent' }),
  },
  {
    rule: 'api2-question-open',
    fires: open('/fares', { summary: 'Returns fares for a journey.' }),
    at: '/paths/~1fares/post/security',
    silent: open('/listKeys', { summary: 'Lists the access keys of the account.' }),
  },
  {
    rule: 'api2-write-open',
    fires: open('/check-runs'),
    at: '/paths/~1check-runs/post/security',
    silent: open('/prices/calculate'),
  },
  ...['/forgotPassword', '/auth/logout', '/auth/login/partner', '/auth/jwt-token-refresh'].map((path) => ({
    rule: 'api2-write-open',
    fires: open('/auth/users'),
    at: '/paths/~1auth~1users/post/security',
    silent: open(path),
  })),
  {
    rule: 'api2-write-open',
    fires: open('/things', { parameters: [{ name: 'filter', in: 'query', schema: text }] }),
    at: '/paths/~1things/post/security',
    silent: open('/things', { parameters: [{ name: 'secretKey', in: 'query', schema: text }] }),
  },
  ...['/rides/{ride}/cancel_fees', '/issues/createmeta'].map((path) => ({
    rule: 'api2-changing-read-open',
    fires: one('get', '/rides/{ride}/cancel', { security: [] }),
    at: '/paths/~1rides~1{ride}~1cancel/get/security',
    silent: one('get', path, { security: [] }),
  })),
  ...[
    one('post', '/login', OPTIONAL),
    one('post', '/orders/search', OPTIONAL),
    one('post', '/orders', { ...OPTIONAL, ...TOKEN }),
  ].map((silent) => ({
    rule: 'api2-optional-write',
    fires: one('delete', '/orders/{order}', OPTIONAL),
    at: '/paths/~1orders~1{order}/delete/security',
    silent,
  })),
  {
    rule: 'api2-optional-read',
    fires: one('get', '/orders', OPTIONAL),
    at: '/paths/~1orders/get/security',
    silent: one('get', '/orders', { ...OPTIONAL, ...TOKEN }),
  },
  {
    rule: 'api2-password-change-without-proof',
    fires: password('/users/{name}/password', { password: text }),
    at: '/paths/~1users~1{name}~1password/post',
    silent: password('/users/{name}/password', { password: text, current_password: text }),
  },
  {
    rule: 'api2-password-change-without-proof',
    fires: password('/user/reset-password', { email: text, password: text }),
    at: '/paths/~1user~1reset-password/post',
    silent: password('/user/reset-password', { email: text, password: text, otp: text }),
  },
  {
    rule: 'api2-secret-in-example',
    fires: pem('MIIEvQIBADANBgkqhkiG9w0BAQEFAASC'),
    at: `${ANSWER}/key/example`,
    silent: pem('PRIVATE_KEY_INFORMATION'),
  },
  {
    rule: 'api1-countable-object',
    fires: numbered('version_id'),
    at: '/paths/~1things~1{version_id}/get',
    silent: numbered('VersionNumber'),
  },
  {
    rule: 'api3-own-privilege',
    fires: taking({ user: PERSON }, '/users/me'),
    at: '/paths/~1users~1me/post/requestBody/content/application~1json/schema/properties/user/properties/permissions',
    silent: taking({ followedSite: SITE }, '/users/me'),
  },
  {
    rule: 'api3-own-privilege',
    fires: taking({ role: text }, '/my/profile'),
    at: '/paths/~1my~1profile/post/requestBody/content/application~1json/schema/properties/role',
    silent: taking({ role: text }, '/sites/{site}/profiles'),
  },
  {
    rule: 'api3-people-privilege',
    fires: taking({ role: text }, '/users'),
    at: '/paths/~1users/post/requestBody/content/application~1json/schema/properties/role',
    silent: taking({ role: text }, '/users', { description: 'Only administrators can create users.' }),
  },
  {
    rule: 'api3-people-privilege',
    fires: taking({ role: text }, '/v2/Users'),
    at: '/paths/~1v2~1Users/post/requestBody/content/application~1json/schema/properties/role',
    silent: taking({ role: text }, '/scim/v2/Users'),
  },
  {
    rule: 'api3-writable-admin-flag',
    fires: taking({ admin: { type: 'boolean' } }),
    at: `${BODY}/admin`,
    silent: taking({
      admin: { ...text, description: 'The login of who will manage it.' },
      isRoot: { type: 'boolean' },
    }),
  },
  {
    rule: 'api3-writable-privilege',
    fires: taking({ role: text }),
    at: `${BODY}/role`,
    silent: taking({ role: { ...text, description: 'Output only. The role of the caller.' } }),
  },
  {
    rule: 'api3-password-handed-out',
    fires: component('TemporaryCredential', { password: text }),
    at: '/components/schemas/TemporaryCredential/properties/password',
    silent: component('User', { password: text }),
  },
  {
    rule: 'api3-password-in-answer',
    fires: component('User', { passwordHash: text }),
    at: '/components/schemas/User/properties/passwordHash',
    silent: component('ApiCredential', { password: text }),
  },
  ...['requirePassword', 'change_password', 'usernamePassword'].map((name) => ({
    rule: 'api3-password-in-answer',
    fires: answering({ wifiPassword: text }),
    at: `${ANSWER}/wifiPassword`,
    silent: answering({ [name]: text }),
  })),
  {
    rule: 'api3-password-in-answer',
    fires: answering({ password: { ...text, description: 'The password of the account.' } }),
    at: `${ANSWER}/password`,
    silent: answering({ password: { ...text, description: 'Input only. It is never returned.' } }),
  },
  ...UNREADABLE.map((mark) => ({
    rule: 'api3-password-in-answer',
    fires: answering({ password: { ...text, 'x-ms-mutability': ['create', 'read'] } }),
    at: `${ANSWER}/password`,
    silent: answering({ password: { ...text, ...mark } }),
  })),
  {
    rule: 'api3-secret-in-answer',
    fires: answering({ clientSecret: { ...text, format: 'password' } }),
    at: `${ANSWER}/clientSecret`,
    silent: answering({ useExistingClientSecret: text }),
  },
  {
    rule: 'api3-identity-number-in-answer',
    fires: answering({ cardNumber: text }),
    at: `${ANSWER}/cardNumber`,
    silent: answering({ cardNumber: { ...text, description: 'The last four digits.' } }),
  },
  {
    rule: 'api4-page-size-without-maximum',
    fires: sized({ schema: { type: 'integer' } }),
    at: '/paths/~1things/get/parameters/0',
    silent: sized({ schema: { type: 'integer', description: 'Counts only if it is less than 100.' } }),
  },
  {
    rule: 'api4-page-size-without-maximum',
    fires: sized({ description: 'How many.', schema: { type: 'integer' } }),
    at: '/paths/~1things/get/parameters/0',
    silent: sized({ schema: { type: 'boolean' } }),
  },
  {
    rule: 'api4-upload-without-size',
    fires: sends({ type: 'string', format: 'binary' }),
    at: '/paths/~1files/post',
    silent: sends({ type: 'object', properties: { serial: text } }),
  },
  ...[
    '/stores/{store}/register',
    '/purchase-receipts',
    '/payInstructions',
    '/invitations/{invitation}/rejectInvitation',
    '/registerForEvents',
  ].map((path) => ({
    rule: 'api6-flow-without-limit',
    fires: one('post', '/users/register'),
    at: '/paths/~1users~1register/post',
    silent: one('post', path),
  })),
  {
    rule: 'api6-flow-without-limit',
    fires: one('post', '/v1/invitations/{invitation}:redeem'),
    at: '/paths/~1v1~1invitations~1{invitation}:redeem/post',
    silent: one('post', '/v1/invitations/{invitation}:accept'),
  },
  ...[
    '/checkout/sessions',
    '/auth/{environment}',
    '/oauth/revoke',
    '/items/reset_login',
    '/links/{link}/token',
  ].map((path) => ({
    rule: 'api2-entrance-without-limit',
    fires: one('post', '/api/v3/session'),
    at: '/paths/~1api~1v3~1session/post',
    silent: one('post', path),
  })),
  ...NOT_CALLED.map((properties) => ({
    rule: 'api7-called-address-in-body',
    fires: taking({ callback: { ...text, description: 'The URL to notify.' } }),
    at: `${BODY}/callback`,
    silent: taking(properties),
  })),
  {
    rule: 'api8-internals-in-answer',
    fires: failing({ exceptionMessage: text }),
    at: `${FAILURE}/exceptionMessage`,
    silent: component('CrashGroup', { exceptionMessage: text }),
  },
  {
    rule: 'api8-internals-in-answer',
    fires: component('ErrorDetails', { sqlQuery: text }),
    at: '/components/schemas/ErrorDetails/properties/sqlQuery',
    silent: component('DataSource', { sqlQuery: text }),
  },
];
