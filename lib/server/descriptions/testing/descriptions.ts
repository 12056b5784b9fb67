import type { DescriptionFormat } from '#lib/domain/words.ts';

export const GRAPHQL = `
"""Everything to read"""
type Query {
  "One shelf"
  shelf(id: ID!): Shelf
  shelves(first: Int!): [Shelf!]! @deprecated(reason: "page through it")
}

type Mutation {
  addShelf(label: String!): Shelf! @auth(requires: STAFF)
}

type Shelf {
  id: ID!
  label: String!
}

extend type Query {
  version: String
}
`;

export const ASYNCAPI_2 = `asyncapi: 2.6.0
info:
  title: Parcel events
  version: 1.0.0
channels:
  parcel/moved:
    subscribe:
      operationId: onParcelMoved
      message:
        payload:
          type: object
          properties:
            parcelId:
              type: string
`;

export const ASYNCAPI_3 = `asyncapi: 3.0.0
info:
  title: Parcel events
  version: 1.0.0
servers:
  production:
    host: broker.example.com
    protocol: amqps
    security:
      - $ref: '#/components/securitySchemes/user'
channels:
  moved:
    address: parcel.moved
    messages:
      moved:
        payload:
          type: object
          properties:
            parcelId:
              type: string
operations:
  onMoved:
    action: receive
    channel:
      $ref: "#/channels/moved"
components:
  securitySchemes:
    user:
      type: userPassword
`;

export const PROTOBUF = `syntax = "proto3";
package parcels.v1;

message GetParcelRequest { string id = 1; }
message Parcel { string id = 1; string label = 2; repeated Stop stops = 3; enum Kind { SMALL = 0; LARGE = 1; } message Stop { string town = 1; } }

// All about parcels
service Parcels {
  // Finds one parcel
  rpc GetParcel(GetParcelRequest) returns (Parcel) { option deprecated = true; }
  rpc WatchParcel(GetParcelRequest) returns (stream Parcel);
}
`;

export const SWAGGER = JSON.stringify({
  swagger: '2.0',
  info: { title: 'Weather', version: '3' },
  host: 'weather.example.com',
  basePath: '/v3',
  schemes: ['https'],
  securityDefinitions: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
  security: [{ key: [] }],
  paths: {
    '/stations': { get: { responses: { 200: { description: 'ok' } } } },
    '/stations/{code}/readings': {
      get: {
        parameters: [{ name: 'code', in: 'path', required: true, type: 'string', maxLength: 8 }],
        responses: { 200: { description: 'ok' } },
      },
    },
  },
});

/** A catalogue with five operations under two paths. */
export const openapi = (version: string): string => {
  const operation = (scope: string) => ({
    security: [{ company: [scope] }],
    responses: { 200: { description: 'ok' } },
  });
  return JSON.stringify({
    openapi: version,
    info: { title: 'Shelf catalogue', version: '1.2.0' },
    servers: [{ url: 'https://api.example.com/v1' }],
    paths: {
      '/shelves': { get: operation('read'), post: operation('write') },
      '/shelves/{id}': { get: operation('read'), patch: operation('write'), delete: operation('write') },
    },
  });
};

/** One description per format, with its media type and the keys of its operations. */
export const OF_EVERY_FORMAT: readonly [DescriptionFormat, string, string, string[]][] = [
  ['openapi-2.0', 'application/json', SWAGGER, ['GET /stations', 'GET /stations/{code}/readings']],
  ...(['3.0', '3.1', '3.2'] as const).map((version): [DescriptionFormat, string, string, string[]] => [
    `openapi-${version}`,
    'application/json',
    openapi(`${version}.0`),
    [
      'GET /shelves',
      'POST /shelves',
      'GET /shelves/{id}',
      'PATCH /shelves/{id}',
      'DELETE /shelves/{id}',
    ].sort(),
  ]),
  [
    'graphql',
    'application/graphql',
    GRAPHQL,
    ['MUTATION addShelf', 'QUERY shelf', 'QUERY shelves', 'QUERY version'],
  ],
  ['asyncapi-2', 'application/yaml', ASYNCAPI_2, ['SEND parcel/moved']],
  ['asyncapi-3', 'application/yaml', ASYNCAPI_3, ['RECEIVE parcel.moved']],
  [
    'protobuf',
    'text/x-protobuf',
    PROTOBUF,
    ['RPC parcels.v1.Parcels/GetParcel', 'RPC parcels.v1.Parcels/WatchParcel'],
  ],
];
