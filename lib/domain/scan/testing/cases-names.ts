import type { JsonObject, JsonValue } from '../../description/types.ts';
import { schema } from './cases-other-formats.ts';
import type { RuleCase } from './sample-api.ts';

/** A mutation and a query that take an input. */
const taking = (mutation: string, query: string, types: JsonObject): JsonObject => ({
  schema: { query: 'Query', mutation: 'Mutation' },
  types: {
    Query: { kind: 'object', fields: { shelf: { type: 'Shelf', arguments: { by: { type: query } } } } },
    Mutation: {
      kind: 'object',
      fields: { addShelf: { type: 'Shelf', arguments: { by: { type: mutation } } } },
    },
    ...types,
  },
});
const statusInput = (name: string): JsonObject => ({
  [name]: { kind: 'input', fields: { status: { type: 'String' } } },
});
/** A message that is sent and answered. */
const both = (fields: JsonObject): JsonObject => ({
  messages: { 'a.User': { fields }, 'a.Kind': { fields: {} } },
  services: { 'a.Users': { methods: { UpdateUser: { requestType: 'User', responseType: 'User' } } } },
});
const flagged = (behaviour: JsonValue): JsonObject => ({
  create_time: { type: 'string', options: { '(google.api.field_behavior)': behaviour } },
});

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
    rule: 'api3-writable-admin-flag',
    format: 'graphql',
    fires: schema({}, { addUser: { type: 'User', arguments: { isAdmin: { type: 'Boolean' } } } }),
    at: '/types/Mutation/fields/addUser/arguments/isAdmin',
    silent: schema({ users: { type: '[User]', arguments: { isAdmin: { type: 'Boolean' } } } }),
  },
  {
    rule: 'api3-writable-admin-flag',
    format: 'protobuf',
    fires: both({ admin: { type: 'bool' } }),
    at: '/messages/a.User/fields/admin',
    silent: both({ admin: { type: 'Kind' } }),
  },
  {
    rule: 'api3-writable-decision',
    format: 'graphql',
    fires: taking('NewShelf', 'ShelfBy', { ...statusInput('NewShelf'), ...statusInput('ShelfBy') }),
    at: '/types/NewShelf/fields/status',
    silent: taking('ShelfFilter', 'ShelfBy', { ...statusInput('ShelfFilter'), ...statusInput('ShelfBy') }),
  },
  {
    rule: 'api3-assigned-not-read-only',
    format: 'protobuf',
    fires: both(flagged(['REQUIRED'])),
    at: '/messages/a.User/fields/create_time',
    silent: both(flagged(['OPTIONAL', 'OUTPUT_ONLY'])),
  },
  {
    rule: 'api3-password-in-shared-schema',
    format: 'protobuf',
    fires: both({ password: { type: 'string', comment: 'Of the account.' } }),
    at: '/messages/a.User/fields/password',
    silent: both({ password: { type: 'string', comment: 'Input only. Of the account.' } }),
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
