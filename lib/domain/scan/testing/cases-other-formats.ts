import type { JsonObject } from '../../description/types.ts';
import type { RuleCase } from './sample-api.ts';

function schema(fields: JsonObject, mutations: JsonObject = {}, directives: JsonObject = {}): JsonObject {
  const mutation = Object.keys(mutations).length > 0;
  return {
    schema: { query: 'Query', ...(mutation ? { mutation: 'Mutation' } : {}) },
    types: {
      Query: { kind: 'object', fields },
      ...(mutation ? { Mutation: { kind: 'object', fields: mutations } } : {}),
    },
    directives,
  };
}
const closed = { type: 'Shelf', directives: [{ name: 'authenticated', arguments: {} }] };

const guarded = (name: string): JsonObject => ({ type: 'Shelf', directives: [{ name, arguments: {} }] });
const withTypes = (fields: JsonObject, types: JsonObject): JsonObject => {
  const plain = schema(fields);
  return { ...plain, types: { ...(plain.types as JsonObject), ...types } };
};

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

const rpc = (fields: JsonObject, name = 'ListParcels'): JsonObject => ({
  syntax: 'proto3',
  package: 'parcels.v1',
  messages: { 'parcels.v1.Request': { fields }, 'parcels.v1.Answer': { fields: {} } },
  services: {
    'parcels.v1.Parcels': { methods: { [name]: { requestType: 'Request', responseType: 'Answer' } } },
  },
});

export const CASES_OTHER_FORMATS: readonly RuleCase[] = [
  {
    rule: 'graphql-open-mutation',
    format: 'graphql',
    fires: schema({}, { addShelf: closed, removeShelf: { type: 'Shelf' } }),
    at: '/types/Mutation/fields/removeShelf',
    silent: schema({}, { addShelf: closed, removeShelf: closed }),
  },
  {
    rule: 'graphql-open-mutation',
    format: 'graphql',
    fires: schema({ shelf: closed }, { removeShelf: { type: 'Shelf' } }),
    at: '/types/Mutation/fields/removeShelf',
    silent: schema({ shelf: closed }, { signUp: { type: 'Token' }, resetPassword: { type: 'Boolean' } }),
  },
  {
    rule: 'graphql-open-mutation',
    format: 'graphql',
    fires: schema({}, { addShelf: guarded('aws_iam'), removeShelf: { type: 'Shelf' } }),
    at: '/types/Mutation/fields/removeShelf',
    silent: schema({}, { addShelf: guarded('requires'), removeShelf: guarded('author') }),
  },
  {
    rule: 'graphql-no-authorisation',
    format: 'graphql',
    fires: schema({}, { addShelf: { type: 'Shelf' } }),
    at: '/schema',
    silent: schema({}, { addShelf: closed }),
  },
  {
    rule: 'graphql-no-cost-limit',
    format: 'graphql',
    fires: schema({ shelf: { type: 'Shelf' } }),
    at: '/schema',
    silent: schema({ shelf: { type: 'Shelf' } }, {}, { cost: { arguments: {} } }),
  },
  {
    rule: 'graphql-unbounded-list',
    format: 'graphql',
    fires: schema({ shelves: { type: '[Shelf!]!' } }),
    at: '/types/Query/fields/shelves',
    silent: schema({ shelves: { type: '[Shelf!]!', arguments: { first: { type: 'Int!' } } } }),
  },
  {
    rule: 'graphql-unbounded-list',
    format: 'graphql',
    fires: schema({ shelves: { type: 'ShelfConnection!', arguments: { room: { type: 'ID!' } } } }),
    at: '/types/Query/fields/shelves',
    silent: schema({ shelves: { type: 'ShelfConnection!', arguments: { after: { type: 'String' } } } }),
  },
  {
    rule: 'graphql-unbounded-list',
    format: 'graphql',
    fires: schema({ shelves: { type: '[Shelf]', arguments: { ids: { type: '[ID!]' } } } }),
    at: '/types/Query/fields/shelves',
    silent: schema({ shelves: { type: '[Shelf]', arguments: { ids: { type: '[ID!]!' } } } }),
  },
  {
    rule: 'graphql-unbounded-list',
    format: 'graphql',
    fires: withTypes(
      { shelves: { type: '[Shelf]', arguments: { by: { type: 'By!' } } } },
      { By: { kind: 'input', fields: { room: { type: 'ID' } } } },
    ),
    at: '/types/Query/fields/shelves',
    silent: withTypes(
      { shelves: { type: '[Shelf]', arguments: { by: { type: 'By!' } } }, sizes: { type: '[Size!]!' } },
      { By: { kind: 'input', fields: { maxResults: { type: 'Int' } } }, Size: { kind: 'enum', values: {} } },
    ),
  },
  {
    rule: 'graphql-no-cost-limit',
    format: 'graphql',
    fires: schema({ shelf: guarded('tag') }),
    at: '/schema',
    silent: { schema: {}, types: { Shelf: { kind: 'object', fields: { id: { type: 'ID' } } } } },
  },
  {
    rule: 'graphql-deprecated-without-end',
    format: 'graphql',
    fires: schema({ shelf: { type: 'Shelf', deprecated: { reason: 'Use `rack`.' } } }),
    at: '/types/Query/fields/shelf',
    silent: schema({ shelf: { type: 'Shelf', deprecated: { reason: 'Removal on 2027-01-01.' } } }),
  },
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
    rule: 'protobuf-unbounded-list',
    format: 'protobuf',
    fires: rpc({ filter: { type: 'string', id: 1 } }),
    at: '/services/parcels.v1.Parcels/methods/ListParcels',
    silent: rpc({ page_size: { type: 'int32', id: 1 } }),
  },
  {
    rule: 'protobuf-any',
    format: 'protobuf',
    fires: rpc({ detail: { type: 'google.protobuf.Any', id: 1 } }),
    at: '/messages/parcels.v1.Request/fields/detail',
    silent: rpc({ detail: { type: 'string', id: 1 } }),
  },
];

/** Rules about names reach every format. */
export const CASES_NAMES: readonly RuleCase[] = [
  {
    rule: 'api3-password-in-answer',
    format: 'graphql',
    fires: {
      schema: { query: 'Query' },
      types: {
        Query: { kind: 'object', fields: { user: { type: 'User' } } },
        User: { kind: 'object', fields: { passwordHash: { type: 'String' } } },
      },
    },
    at: '/types/User/fields/passwordHash',
    silent: {
      schema: { mutation: 'M' },
      types: { M: { kind: 'object', fields: { resetPassword: { type: 'String' } } } },
    },
  },
  {
    rule: 'api3-writable-admin-flag',
    format: 'graphql',
    fires: { schema: {}, types: { NewUser: { kind: 'input', fields: { isAdmin: { type: 'Boolean' } } } } },
    at: '/types/NewUser/fields/isAdmin',
    silent: { schema: {}, types: { User: { kind: 'object', fields: { isAdmin: { type: 'Boolean' } } } } },
  },
  {
    rule: 'api3-password-in-answer',
    format: 'protobuf',
    fires: {
      messages: { 'a.Ask': { fields: {} }, 'a.User': { fields: { password: { type: 'string' } } } },
      services: { 'a.Users': { methods: { Get: { requestType: 'Ask', responseType: 'User' } } } },
    },
    at: '/messages/a.User/fields/password',
    silent: {
      messages: { 'a.Ask': { fields: { password: { type: 'string' } } }, 'a.User': { fields: {} } },
      services: { 'a.Users': { methods: { Get: { requestType: 'Ask', responseType: 'User' } } } },
    },
  },
  {
    rule: 'api3-password-in-answer',
    format: 'asyncapi-3',
    fires: {
      asyncapi: '3.0.0',
      channels: {
        c: { messages: { m: { payload: { type: 'object', properties: { password: { type: 'string' } } } } } },
      },
      operations: { tell: { action: 'send', channel: { $ref: '#/channels/c' } } },
    },
    at: '/channels/c/messages/m/payload/properties/password',
    silent: {
      asyncapi: '3.0.0',
      channels: {
        c: { messages: { m: { payload: { type: 'object', properties: { password: { type: 'string' } } } } } },
      },
      operations: { hear: { action: 'receive', channel: { $ref: '#/channels/c' } } },
    },
  },
];
