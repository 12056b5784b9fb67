import type { JsonObject } from '../../description/types.ts';
import { ANSWER, BODY, KEY, KEY_SCHEME, answering, json, one, sampleApi, taking } from './sample-api.ts';
import type { RuleCase } from './sample-api.ts';

const limited = { responses: { 429: { description: 'slow down' } } };
const text = { type: 'string' };
const PARTS = {
  components: {
    requestBodies: { Done: { content: { 'application/json': {} } } },
    securitySchemes: KEY_SCHEME,
  },
};
const callback = (operation: JsonObject, address = '{$request.body#/url}') =>
  one('post', '/orders', { callbacks: { done: { [address]: { post: operation } } } }, PARTS);
const SIGNED = { title: 'Sample', version: '1', description: 'What we send is signed.' };
const TYPED = { 'application/json': { schema: { type: 'object' } } };
const webhook = (post: JsonObject): JsonObject => ({
  openapi: '3.1.0',
  info: { title: 'Sample', version: '1' },
  webhooks: { paid: { post } },
});
const link = (user: JsonObject) => answers({ 200: { description: 'fine', links: { user } } });
const exampled = (example: JsonObject) =>
  one('post', '/things', { requestBody: { content: { 'application/json': { example } } } });
const DONE = '/paths/~1orders/post/callbacks/done';
const answers = (responses: JsonObject, operation: JsonObject = {}) =>
  one('get', '/things', { responses, ...operation });
const origin = (schema: JsonObject) =>
  answers({ 200: { description: 'fine', headers: { 'Access-Control-Allow-Origin': { schema } } } });
const servers = (server: JsonObject) => sampleApi({}, { servers: [server] });
const described = (info: JsonObject) => ({ ...one('get', '/things'), info });
const versions = (old: JsonObject) =>
  sampleApi({ '/v1/things': { get: { responses: {}, ...old } }, '/v2/things': { get: { responses: {} } } });
const refers = ($ref: string) =>
  sampleApi(
    { '/things': { get: { responses: { 200: { $ref } } } } },
    { components: { responses: { Fine: {} } } },
  );

export const CASES_API6_API10: readonly RuleCase[] = [
  {
    rule: 'api6-flow-without-limit',
    fires: one('post', '/checkout'),
    at: '/paths/~1checkout/post',
    silent: one('post', '/checkout', limited),
  },
  {
    rule: 'api2-entrance-without-limit',
    fires: one('post', '/oauth/token'),
    at: '/paths/~1oauth~1token/post',
    silent: one('post', '/oauth/token', limited),
  },
  {
    rule: 'api7-address-parameter',
    fires: one('get', '/things', { parameters: [{ name: 'image_url', in: 'query' }] }),
    at: '/paths/~1things/get/parameters/0/name',
    silent: one('get', '/things', { parameters: [{ name: 'image', in: 'query' }] }),
  },
  {
    rule: 'api7-called-address-in-body',
    fires: taking({ webhookUrl: text }),
    at: `${BODY}/webhookUrl`,
    silent: taking({ webhookUrl: { type: 'string', description: 'A host on the allow list.' } }),
  },
  {
    rule: 'api7-called-address-in-example',
    fires: exampled({ repair: { mechanic_api: 'http://repairs.internal/report' } }),
    at: '/paths/~1things/post/requestBody/content/application~1json/example/repair/mechanic_api',
    silent: exampled({ repair: { photo_url: 'http://example.com/me.png', mechanic_api: 'repairs' } }),
  },
  {
    rule: 'api7-redirect-in-body',
    fires: taking({ redirect_uri: text }),
    at: `${BODY}/redirect_uri`,
    silent: answering({ redirect_uri: text }),
  },
  {
    rule: 'api7-address-value',
    fires: taking({ site: { type: 'string', format: 'uri' } }),
    at: `${BODY}/site`,
    silent: taking({ site: text }),
  },
  {
    rule: 'api7-callback-without-allow-list',
    fires: callback({ responses: {} }),
    at: DONE,
    silent: callback({ description: 'Only to hosts on the allow list.', responses: {} }),
  },
  {
    rule: 'api8-answer-validation',
    fires: answers({ 200: { description: 'fine' } }),
    at: '/paths/~1things/get/responses',
    silent: answers({ '4XX': { description: 'wrong' } }),
  },
  {
    rule: 'api8-answer-401',
    fires: answers({ 200: { description: 'fine' } }),
    at: '/paths/~1things/get/responses',
    silent: answers({ 401: { description: 'who', content: json({}) } }),
  },
  {
    rule: 'api8-answer-500',
    fires: answers({ 500: { description: 'broken' } }),
    at: '/paths/~1things/get/responses/500',
    silent: answers({ 500: { description: 'broken', content: json({}) } }),
  },
  {
    rule: 'api8-cors-origin',
    fires: answers({ 200: { description: 'fine', headers: { ETag: {} } } }),
    at: '/paths/~1things/get/responses/200/headers',
    silent: origin(text),
  },
  {
    rule: 'api8-internals-in-answer',
    fires: answering({ stackTrace: text }),
    at: `${ANSWER}/stackTrace`,
    silent: answering({ techStack: text }),
  },
  {
    rule: 'api8-any-origin',
    fires: origin({ type: 'string', enum: ['*'] }),
    at: '/paths/~1things/get/responses/200/headers/Access-Control-Allow-Origin',
    silent: origin({ type: 'string', enum: ['https://console.example.com'] }),
  },
  {
    rule: 'api8-debug-path',
    fires: one('get', '/actuator/heapdump'),
    at: '/paths/~1actuator~1heapdump/get',
    silent: one('get', '/actuators'),
  },
  {
    rule: 'api8-answer-403',
    fires: answers({ 200: { description: 'fine' } }, { security: [{ o: ['things:read'] }] }),
    at: '/paths/~1things/get',
    silent: answers({ 403: { description: 'no' } }, { security: [{ o: ['things:read'] }] }),
  },
  {
    rule: 'api8-plain-http-server',
    fires: servers({ url: 'http://api.example.com' }),
    at: '/servers/0/url',
    silent: servers({ url: 'https://api.example.com' }),
  },
  {
    rule: 'api8-plain-http-local',
    fires: servers({ url: 'http://localhost:8080' }),
    at: '/servers/0/url',
    silent: servers({ url: 'http://localhost.example.com' }),
  },
  {
    rule: 'api8-plain-http-scheme',
    format: 'openapi-2.0',
    fires: { swagger: '2.0', schemes: ['https', 'http'] },
    at: '/schemes/1',
    silent: { swagger: '2.0', schemes: ['https'] },
  },
  {
    rule: 'api9-no-version',
    fires: described({ title: 'Sample', version: '' }),
    at: '/info',
    silent: described({ title: 'Sample', version: '1.2' }),
  },
  {
    rule: 'api9-several-versions',
    fires: versions({}),
    at: '/paths/~1v1~1things/get',
    silent: versions({ deprecated: true }),
  },
  {
    rule: 'api9-deprecated-without-sunset',
    fires: one('get', '/things', { deprecated: true }),
    at: '/paths/~1things/get',
    silent: one('get', '/things', { deprecated: true, 'x-sunset': '2030-01-01' }),
  },
  {
    rule: 'api9-no-contact',
    fires: described({ title: 'Sample' }),
    at: '/info',
    silent: described({ title: 'Sample', contact: { name: 'Team' } }),
  },
  {
    rule: 'api9-untagged-operation',
    fires: one('get', '/things'),
    at: '/paths/~1things/get',
    silent: one('get', '/things', { tags: ['things'] }),
  },
  {
    rule: 'api9-server-audience',
    fires: servers({ url: 'https://a.example' }),
    at: '/servers/0',
    silent: servers({ url: 'https://a.example', 'x-internal': 'true' }),
  },
  {
    rule: 'api9-server-environment',
    fires: servers({ url: 'https://a.example', description: 'main' }),
    at: '/servers/0/description',
    silent: servers({ url: 'https://a.example', description: 'production' }),
  },
  {
    rule: 'api9-external-reference',
    fires: refers('https://other.example/answers.json#/Fine'),
    at: '/paths/~1things/get/responses/200',
    silent: refers('#/components/responses/Fine'),
  },
  {
    rule: 'api9-broken-reference',
    fires: refers('#/components/responses/Lost'),
    at: '/paths/~1things/get/responses/200',
    silent: refers('#/components/responses/Fine'),
  },
  {
    rule: 'api10-callback-without-schema',
    fires: callback({ responses: { 200: { description: 'thanks', content: { 'application/json': {} } } } }),
    at: DONE,
    silent: callback({ responses: { 204: { description: 'thanks' } } }),
  },
  {
    rule: 'api10-callback-without-proof',
    fires: callback({ responses: {} }),
    at: DONE,
    silent: callback({ security: KEY, responses: {} }),
  },
  {
    rule: 'api10-callback-without-schema',
    fires: callback({ requestBody: { content: { 'application/json': {} } }, responses: {} }),
    at: DONE,
    silent: callback({ requestBody: { content: TYPED }, responses: {} }),
  },
  {
    rule: 'api10-callback-without-schema',
    fires: callback({ requestBody: { $ref: '#/components/requestBodies/Done' } }),
    at: DONE,
    silent: callback({ requestBody: { $ref: 'https://others.example.com/bodies.json#/Done' } }),
  },
  {
    rule: 'api10-webhook-without-schema',
    fires: webhook({ requestBody: { content: { 'application/json': {} } } }),
    at: '/webhooks/paid',
    silent: webhook({ requestBody: { content: TYPED } }),
  },
  {
    rule: 'api10-webhook-without-proof',
    fires: webhook({ requestBody: { content: TYPED } }),
    at: '/webhooks/paid',
    silent: webhook({ parameters: [{ name: 'X-Signature', in: 'header' }] }),
  },
  {
    rule: 'api10-callback-without-proof',
    fires: callback({ responses: {} }),
    at: DONE,
    silent: { ...callback({ responses: {} }), info: SIGNED },
  },
  {
    rule: 'api10-webhook-without-proof',
    fires: webhook({}),
    at: '/webhooks/paid',
    silent: { ...webhook({}), info: SIGNED },
  },
  {
    rule: 'api10-link-elsewhere',
    fires: link({ operationRef: 'https://others.example.com/openapi.json#/paths/~1users/get' }),
    at: '/paths/~1things/get/responses/200/links/user/operationRef',
    silent: link({ operationRef: '#/paths/~1things/get' }),
  },
];
