import { ANSWER, KEY, KEY_SCHEME, answering, one, sampleApi, withSchemes } from './sample-api.ts';
import type { RuleCase } from './sample-api.ts';

const integerId = { name: 'id', in: 'path', required: true, schema: { type: 'integer' } };
const randomId = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
const scoped = { security: [{ key: ['cards:read'] }] };
const flow = (flows: Record<string, object>) => withSchemes({ o: { type: 'oauth2', flows: flows as never } });
const served = (url: string) => sampleApi({}, { servers: [{ url }] });
const broker = (url: string) => ({
  asyncapi: '2.6.0',
  channels: {},
  servers: { main: { url, protocol: 'amqp' } },
});
const query = (name: string, schema = { type: 'string' }) =>
  one('get', '/cards', { parameters: [{ name, in: 'query', schema }] });

export const CASES_API1_API2: readonly RuleCase[] = [
  {
    rule: 'api1-countable-object',
    fires: one('get', '/cards/{id}', { parameters: [integerId] }),
    at: '/paths/~1cards~1{id}/get',
    silent: one('get', '/cards/{id}', { parameters: [randomId] }),
  },
  {
    rule: 'api1-unscoped-object',
    fires: one('get', '/cards/{id}', { parameters: [randomId] }),
    at: '/paths/~1cards~1{id}/get',
    silent: one('get', '/cards/{id}', { parameters: [randomId], ...scoped }),
  },
  {
    rule: 'api1-nested-objects',
    fires: one('get', '/users/{userId}/cards/{cardId}', {}),
    at: '/paths/~1users~1{userId}~1cards~1{cardId}/get',
    silent: one('get', '/users/me/cards/{cardId}', {}),
  },
  {
    rule: 'api1-guessable-id',
    fires: one('get', '/cards/{id}', { parameters: [integerId] }),
    at: '/paths/~1cards~1{id}/get/parameters/0/schema',
    silent: one('get', '/cards/{id}', { parameters: [randomId] }),
  },
  {
    rule: 'api2-sensitive-write-open',
    fires: one('delete', '/admin/users/{id}', { security: [] }),
    at: '/paths/~1admin~1users~1{id}/delete/security',
    silent: one('delete', '/users/{id}', { security: [] }),
  },
  {
    rule: 'api2-sensitive-read-open',
    fires: sampleApi({ '/debug/env': { get: { responses: {} } } }),
    at: '/paths/~1debug~1env/get',
    silent: one('get', '/debug/env'),
  },
  {
    rule: 'api2-write-open',
    fires: one('post', '/orders', { security: [] }),
    at: '/paths/~1orders/post/security',
    silent: one('post', '/login', { security: [] }),
  },
  {
    rule: 'api2-write-open-beside-secured',
    fires: sampleApi({
      '/orders': { get: { security: KEY, responses: {} }, post: { security: [], responses: {} } },
    }),
    at: '/paths/~1orders/post/security',
    silent: sampleApi({ '/orders': { get: { responses: {} }, post: { responses: {} } } }),
  },
  {
    rule: 'api2-changing-read-open',
    fires: one('get', '/createdb', { security: [] }),
    at: '/paths/~1createdb/get/security',
    silent: one('get', '/created-orders', { security: [] }),
  },
  {
    rule: 'api2-read-open',
    fires: one('get', '/orders', { security: [] }),
    at: '/paths/~1orders/get/security',
    silent: one('get', '/health', { security: [] }),
  },
  {
    rule: 'api2-entrance-open',
    fires: one('post', '/auth/login', { security: [] }),
    at: '/paths/~1auth~1login/post/security',
    silent: one('post', '/auth/login'),
  },
  {
    rule: 'api2-status-open',
    fires: one('get', '/healthz', { security: [] }),
    at: '/paths/~1healthz/get/security',
    silent: one('get', '/healthz'),
  },
  {
    rule: 'api2-write-undeclared',
    fires: one('post', '/orders', { security: [], parameters: [{ name: 'Authorization', in: 'header' }] }),
    at: '/paths/~1orders/post/security',
    silent: one('post', '/orders', { security: [], parameters: [{ name: 'Accept', in: 'header' }] }),
  },
  {
    rule: 'api2-read-undeclared',
    fires: one('get', '/orders', { security: [], parameters: [{ name: 'x-api-key', in: 'header' }] }),
    at: '/paths/~1orders/get/security',
    silent: one('get', '/orders', { security: [] }),
  },
  {
    rule: 'api2-credential-in-query',
    fires: query('access_token'),
    at: '/paths/~1cards/get/parameters/0/name',
    silent: query('page_token'),
  },
  {
    rule: 'api2-credential-in-path',
    fires: one('get', '/invitations/{token}', {
      parameters: [{ name: 'token', in: 'path', schema: { type: 'string' } }],
    }),
    at: '/paths/~1invitations~1{token}/get/parameters/0/name',
    silent: one('get', '/secrets/{secret_name}', { parameters: [{ name: 'secret_name', in: 'path' }] }),
  },
  {
    rule: 'api2-credential-word-in-address',
    fires: query('rotateToken', { type: 'boolean' }),
    at: '/paths/~1cards/get/parameters/0/name',
    silent: query('colour'),
  },
  {
    rule: 'api2-outdated-scheme',
    fires: withSchemes({ old: { type: 'http', scheme: 'negotiate' } }),
    at: '/components/securitySchemes/old/scheme',
    silent: withSchemes({ fine: { type: 'http', scheme: 'bearer' } }),
  },
  {
    rule: 'api2-token-practices',
    fires: withSchemes({
      jwt: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'a token' },
    }),
    at: '/components/securitySchemes/jwt/description',
    silent: withSchemes({
      jwt: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'see RFC8725' },
    }),
  },
  {
    rule: 'api2-no-refresh',
    fires: flow({ authorizationCode: { tokenUrl: 'https://a.example' } }),
    at: '/components/securitySchemes/o/flows/authorizationCode',
    silent: flow({ authorizationCode: { refreshUrl: 'https://a.example' } }),
  },
  {
    rule: 'api2-api-key-in-url',
    fires: withSchemes({ key: { type: 'apiKey', in: 'query', name: 'key' } }),
    at: '/components/securitySchemes/key/in',
    silent: withSchemes(KEY_SCHEME),
  },
  {
    rule: 'api2-api-key-in-url-2',
    format: 'openapi-2.0',
    fires: { swagger: '2.0', securityDefinitions: { key: { type: 'apiKey', in: 'query', name: 'key' } } },
    at: '/securityDefinitions/key/in',
    silent: { swagger: '2.0', securityDefinitions: { key: { type: 'apiKey', in: 'header', name: 'key' } } },
  },
  {
    rule: 'api2-http-basic',
    fires: withSchemes({ basic: { type: 'http', scheme: 'basic' } }),
    at: '/components/securitySchemes/basic/scheme',
    silent: withSchemes({ bearer: { type: 'http', scheme: 'bearer' } }),
  },
  {
    rule: 'api2-http-basic-2',
    format: 'openapi-2.0',
    fires: { swagger: '2.0', securityDefinitions: { basic: { type: 'basic' } } },
    at: '/securityDefinitions/basic/type',
    silent: { swagger: '2.0', securityDefinitions: { key: { type: 'apiKey', in: 'header', name: 'key' } } },
  },
  {
    rule: 'api2-plain-sign-in',
    fires: flow({ clientCredentials: { tokenUrl: 'http://login.example.com/token' } }),
    at: '/components/securitySchemes/o/flows/clientCredentials/tokenUrl',
    silent: flow({ clientCredentials: { tokenUrl: 'http://localhost/token' } }),
  },
  {
    rule: 'api2-password-in-server',
    fires: served('https://reader:s3al-and-gate@api.example.com/v1'),
    at: '/servers/0/url',
    silent: served('https://api.example.com:8443/v1?at=reader:noon@home'),
  },
  {
    rule: 'api2-password-in-server',
    fires: served('https://{user}:s3al-and-gate@api.example.com'),
    at: '/servers/0/url',
    silent: served('https://{user}:{password}@api.example.com'),
  },
  {
    rule: 'api2-password-in-server',
    format: 'asyncapi-2',
    fires: broker('amqps://agent:s3al%20gate@mq.example.com:5671/'),
    at: '/servers/main/url',
    silent: broker('amqp://guest:guest@localhost:5672/'),
  },
  {
    rule: 'api2-password-flow',
    fires: flow({ password: { tokenUrl: 'https://a.example' } }),
    at: '/components/securitySchemes/o/flows/password',
    silent: flow({ clientCredentials: { tokenUrl: 'https://a.example' } }),
  },
  {
    rule: 'api2-implicit-flow',
    fires: flow({ implicit: { authorizationUrl: 'https://a.example' } }),
    at: '/components/securitySchemes/o/flows/implicit',
    silent: flow({ authorizationCode: { tokenUrl: 'https://a.example' } }),
  },
  {
    rule: 'api2-optional-write',
    fires: one('post', '/orders', { security: [{ key: [] }, {}] }),
    at: '/paths/~1orders/post/security',
    silent: one('get', '/orders', { security: [{ key: [] }, {}] }),
  },
  {
    rule: 'api2-unknown-scheme',
    fires: one('post', '/orders', { security: [{ lost: [] }] }),
    at: '/paths/~1orders/post/security',
    silent: one('post', '/orders'),
  },
  {
    rule: 'api2-secret-in-example',
    fires: answering({
      note: { type: 'string', example: ['ghp', '0123abcDEF4567ghiJKL890mnoPQRstuVWXy'].join('_') },
    }),
    at: `${ANSWER}/note/example`,
    silent: answering({ note: { type: 'string', example: 'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' } }),
  },
  {
    rule: 'api2-token-in-example',
    fires: answering({
      note: {
        type: 'string',
        example: ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0In0', 'c2lnbmF0dXJl'].join('.'),
      },
    }),
    at: `${ANSWER}/note/example`,
    silent: answering({ note: { type: 'string', example: 'eyJhbGciOiJIUzI1NiJ9 and more words' } }),
  },
];
