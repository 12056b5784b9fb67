import type { JsonObject } from '../../description/types.ts';
import type { RuleCase } from './sample-api.ts';

const broker = (server: JsonObject): JsonObject => ({
  asyncapi: '2.6.0',
  servers: { main: server },
  channels: {},
});
const channel = (message: JsonObject): JsonObject => ({
  asyncapi: '2.6.0',
  channels: { moved: { publish: { message } } },
});

const PLAIN_BROKER = { url: 'broker.example.com', protocol: 'mqtts' };
const ASKED = [{ certificate: [] }];
const kafka = (scheme: JsonObject): JsonObject => ({
  ...broker({ url: 'broker.example.com:9092', protocol: 'kafka', security: [{ sasl: [] }] }),
  components: { securitySchemes: { sasl: scheme } },
});
const kafka3 = (type: string): JsonObject => ({
  asyncapi: '3.0.0',
  servers: { main: { host: 'broker.example.com:9092', protocol: 'kafka', security: [{ type }] } },
});

const AVRO = 'application/vnd.apache.avro+json;version=1.9.0';
const NAME: JsonObject = { type: 'object', properties: { name: { type: 'string' } } };
const PASSWORD: JsonObject = { type: 'object', properties: { password: { type: 'string' } } };
const A = { $ref: '#/channels/a' };
/** One operation of AsyncAPI 3, and channels some of whose messages hold a password. */
const asked = (operation: JsonObject): JsonObject => ({
  asyncapi: '3.0.0',
  channels: {
    a: { messages: { m: { payload: PASSWORD }, n: { payload: NAME } } },
    wrapped: { messages: { m: { payload: { schemaFormat: 'application/schema+json', schema: PASSWORD } } } },
  },
  operations: { ask: operation },
});

/** AsyncAPI's own rules, and those of all formats where AsyncAPI says things in its own way. */
export const CASES_ASYNCAPI: readonly RuleCase[] = [
  {
    rule: 'asyncapi-plain-server',
    format: 'asyncapi-2',
    fires: broker({ url: 'broker.example.com', protocol: 'mqtt' }),
    at: '/servers/main',
    silent: broker({ url: 'broker.example.com', protocol: 'mqtts' }),
  },
  {
    rule: 'asyncapi-plain-server',
    format: 'asyncapi-2',
    fires: kafka({ type: 'plain', description: 'SASL' }),
    at: '/servers/main',
    silent: kafka({ type: 'plain', description: 'SASL over SSL' }),
  },
  {
    rule: 'asyncapi-plain-server',
    format: 'asyncapi-3',
    fires: kafka3('scramSha256'),
    at: '/servers/main',
    silent: kafka3('X509'),
  },
  {
    rule: 'asyncapi-open-server',
    format: 'asyncapi-2',
    fires: broker({ url: 'broker.example.com', protocol: 'mqtts' }),
    at: '/servers/main',
    silent: broker({ url: 'broker.example.com', protocol: 'mqtts', security: [{ certificate: [] }] }),
  },
  {
    rule: 'asyncapi-open-server',
    format: 'asyncapi-2',
    fires: { ...broker(PLAIN_BROKER), channels: { moved: { publish: { security: ASKED }, subscribe: {} } } },
    at: '/servers/main',
    silent: { ...broker(PLAIN_BROKER), channels: { moved: { publish: { security: ASKED } } } },
  },
  {
    rule: 'asyncapi-message-without-schema',
    format: 'asyncapi-2',
    fires: channel({ name: 'moved', traits: [{ headers: { type: 'object' } }] }),
    at: '/channels/moved/publish/message',
    silent: channel({ name: 'moved', payload: { type: 'object' } }),
  },
  {
    rule: 'asyncapi-plain-server',
    format: 'asyncapi-2',
    fires: broker({ url: 'ws://broker.example.com', protocol: 'ws' }),
    at: '/servers/main',
    silent: broker({
      url: 'ws://{host}:{port}',
      protocol: 'ws',
      variables: { host: { default: 'localhost' }, port: { default: '80' } },
    }),
  },
  {
    rule: 'asyncapi-plain-server',
    format: 'asyncapi-2',
    fires: broker({ url: 'tcp://broker.example.com:55555', protocol: 'SMF' }),
    at: '/servers/main',
    silent: broker({
      url: 'ibmmq://broker.example.com/QM1',
      protocol: 'ibmmq',
      bindings: { ibmmq: { cipherSpec: 'ANY_TLS12_OR_HIGHER' } },
    }),
  },
  {
    rule: 'asyncapi-open-server',
    format: 'asyncapi-2',
    fires: broker({
      url: 'mqtt://{host}',
      protocol: 'mqtt',
      variables: { host: { default: 'example.com' } },
    }),
    at: '/servers/main',
    silent: broker({ url: 'mqtt://{host}', protocol: 'mqtt', variables: { host: { default: 'localhost' } } }),
  },
  {
    rule: 'asyncapi-message-without-schema',
    format: 'asyncapi-2',
    fires: channel({ payload: { schemaFormat: AVRO, schema: {} } }),
    at: '/channels/moved/publish/message',
    silent: channel({ payload: { schemaFormat: AVRO, schema: { type: 'record', fields: [] } } }),
  },
  {
    rule: 'api4-string-limit',
    format: 'asyncapi-2',
    fires: channel({ payload: { schemaFormat: 'application/schema+json', schema: NAME } }),
    at: '/channels/moved/publish/message/payload/schema/properties/name',
    silent: channel({
      schemaFormat: AVRO,
      payload: { type: 'record', fields: [{ name: 'a', type: 'string' }] },
    }),
  },
  {
    rule: 'api9-external-reference',
    format: 'asyncapi-2',
    fires: channel({ payload: { schemaFormat: AVRO, schema: { $ref: './moved.avsc' } } }),
    at: '/channels/moved/publish/message/payload/schema',
    silent: channel({ payload: { schemaFormat: AVRO, schema: { type: 'record', fields: [] } } }),
  },
  {
    rule: 'api2-secret-in-example',
    format: 'asyncapi-2',
    fires: channel({ payload: NAME, examples: [{ payload: { name: `AKIA${'ABCDEFGHIJKLMNOP'}` } }] }),
    at: '/channels/moved/publish/message/examples/0/payload/name',
    silent: channel({ payload: NAME, examples: [{ payload: { name: 'A parcel somewhere' } }] }),
  },
  {
    rule: 'api3-password-in-answer',
    format: 'asyncapi-3',
    fires: asked({ action: 'receive', reply: { channel: { $ref: '#/channels/a' } } }),
    at: '/channels/a/messages/m/payload/properties/password',
    silent: asked({ action: 'send', reply: { channel: { $ref: '#/channels/a' } } }),
  },
  {
    rule: 'api3-password-in-answer',
    format: 'asyncapi-3',
    fires: asked({ action: 'send', channel: A, messages: [{ $ref: '#/channels/a/messages/m' }] }),
    at: '/channels/a/messages/m/payload/properties/password',
    silent: asked({ action: 'send', channel: A, messages: [{ $ref: '#/channels/a/messages/n' }] }),
  },
  {
    rule: 'api3-password-in-answer',
    format: 'asyncapi-3',
    fires: asked({ action: 'send', channel: { $ref: '#/channels/wrapped' } }),
    at: '/channels/wrapped/messages/m/payload/schema/properties/password',
    silent: asked({ action: 'receive', channel: { $ref: '#/channels/wrapped' } }),
  },
];
