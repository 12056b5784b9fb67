import type { JsonObject } from '../../description/types.ts';
import type { RuleCase } from './sample-api.ts';

/** A GraphQL schema with the given root fields. */
export function schema(
  fields: JsonObject,
  mutations: JsonObject = {},
  directives: JsonObject = {},
): JsonObject {
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

const service = (methods: JsonObject, options: JsonObject = {}): JsonObject => ({
  messages: {},
  services: { 'parcels.v1.Parcels': { methods, options } },
});
const rpcWith = (options: JsonObject): JsonObject => ({ requestType: 'A', responseType: 'B', options });
/** A list of parcels; `request` are the fields of what is asked with, `by` those of a message that may be in there. */
const list = (request: JsonObject, by: JsonObject, method: JsonObject = {}): JsonObject => ({
  messages: {
    'parcels.v1.Request': { fields: request },
    'parcels.v1.By': { fields: by },
    'parcels.v1.Parcel': { fields: {} },
    'parcels.v1.Answer': { fields: { parcels: { rule: 'repeated', type: 'Parcel', id: 1 } } },
  },
  services: {
    'parcels.v1.Parcels': {
      methods: { ListParcels: { requestType: 'Request', responseType: 'Answer', ...method } },
    },
  },
});

const rpc = (fields: JsonObject, name = 'ListParcels'): JsonObject => ({
  syntax: 'proto3',
  package: 'parcels.v1',
  messages: {
    'parcels.v1.Request': { fields },
    'parcels.v1.Answer': { fields: { parcels: { rule: 'repeated', type: 'string', id: 1 } } },
  },
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
    rule: 'graphql-no-cost-limit',
    format: 'graphql',
    fires: schema({ costCentre: { type: 'Shelf' } }),
    at: '/schema',
    silent: schema({ shelf: { type: 'Shelf' }, rateLimit: { type: 'RateLimit' } }),
  },
  {
    rule: 'graphql-deprecated-without-end',
    format: 'graphql',
    fires: schema({ shelf: { type: 'Shelf', deprecated: { reason: 'Use `rack`.' } } }),
    at: '/types/Query/fields/shelf',
    silent: schema({ shelf: { type: 'Shelf', deprecated: { reason: 'Removal on 2027-01-01.' } } }),
  },
  {
    rule: 'protobuf-unbounded-list',
    format: 'protobuf',
    fires: rpc({ filter: { type: 'string', id: 1 } }),
    at: '/services/parcels.v1.Parcels/methods/ListParcels',
    silent: rpc({ page_size: { type: 'int32', id: 1 } }),
  },
  {
    rule: 'protobuf-unbounded-list',
    format: 'protobuf',
    fires: list({ by: { type: 'By', id: 1 } }, { name: { type: 'string', id: 1 } }),
    at: '/services/parcels.v1.Parcels/methods/ListParcels',
    silent: list({ by: { type: 'By', id: 1 } }, { limit: { type: 'int32', id: 1 } }),
  },
  {
    rule: 'protobuf-unbounded-list',
    format: 'protobuf',
    fires: list({}, {}),
    at: '/services/parcels.v1.Parcels/methods/ListParcels',
    silent: list({}, {}, { responseStream: true }),
  },
  {
    rule: 'protobuf-open-rpc',
    format: 'protobuf',
    fires: service({ Get: rpcWith({ '(acme.permission)': 'read' }), Remove: rpcWith({ deprecated: true }) }),
    at: '/services/parcels.v1.Parcels/methods/Remove',
    silent: service({ Get: rpcWith({}), Remove: rpcWith({}) }, { '(google.api.oauth_scopes)': 'parcels' }),
  },
  {
    rule: 'protobuf-no-authorisation',
    format: 'protobuf',
    fires: service({ Get: rpcWith({ deprecated: true }) }),
    at: '/services/parcels.v1.Parcels',
    silent: service({ Get: rpcWith({}) }, { '(google.api.oauth_scopes)': 'parcels' }),
  },
  {
    rule: 'protobuf-change-by-get',
    format: 'protobuf',
    fires: service({ RemoveParcel: rpcWith({ '(google.api.http).get': '/v1/remove' }) }),
    at: '/services/parcels.v1.Parcels/methods/RemoveParcel',
    silent: service({
      RemoveParcel: rpcWith({ '(google.api.http).delete': '/v1/parcels' }),
      GetParcel: rpcWith({ '(google.api.http).get': '/v1/parcels' }),
    }),
  },
  {
    rule: 'protobuf-deprecated-without-end',
    format: 'protobuf',
    fires: service({ Get: { ...rpcWith({ deprecated: true }), comment: 'Use Find.' } }),
    at: '/services/parcels.v1.Parcels/methods/Get',
    silent: service({ Get: { ...rpcWith({ deprecated: true }), comment: 'Will be removed in 2028.' } }),
  },
  {
    rule: 'protobuf-any',
    format: 'protobuf',
    fires: rpc({ detail: { type: 'google.protobuf.Any', id: 1 } }),
    at: '/messages/parcels.v1.Request/fields/detail',
    silent: rpc({ detail: { type: 'string', id: 1 } }),
  },
];
