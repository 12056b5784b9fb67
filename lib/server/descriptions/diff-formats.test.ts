import { describe, expect, it } from 'vitest';
import { diffDescriptions } from '#lib/domain/description/diff.ts';
import { parseDescription } from './parse-description.ts';
import { ASYNCAPI_2, ASYNCAPI_3, GRAPHQL, OF_EVERY_FORMAT, PROTOBUF } from './testing/descriptions.ts';
import { bytesOf } from './testing/bytes-of.ts';

/** What changes when `from` becomes `to` in a text, as `list: sentence`. */
function changes(text: string, from: string | RegExp, to: string): string[] {
  const edited = text.replace(from, to);
  expect(edited).not.toBe(text);
  const { breaking, security, other, materialChange } = diffDescriptions(
    parseDescription(bytesOf(text)),
    parseDescription(bytesOf(edited)),
  );
  expect(materialChange).toBe(true);
  return Object.entries({ breaking, security, other }).flatMap(([list, entries]) =>
    entries.map(({ what }) => `${list}: ${what}`),
  );
}

describe('differences between GraphQL schemas', () => {
  it.each([
    ['version: String', 'release: String', ['breaking: QUERY version removed', 'other: QUERY release added']],
    [
      'shelf(id: ID!)',
      'shelf(id: Int!)',
      ['breaking: the argument id of Query.shelf is Int! instead of ID!'],
    ],
    [
      'shelf(id: ID!)',
      'shelf(id: ID!, ownerId: ID!)',
      [
        'breaking: The argument ownerId of Query.shelf added, and required (a privilege)',
        'security: The argument ownerId of Query.shelf added, and required (a privilege)',
      ],
    ],
    [
      '(first: Int!)',
      '(first: Int! @constraint(max: 9))',
      ['security: The argument first of Query.shelves now carries @constraint(max: 9)'],
    ],
    ['(first: Int!)', '(first: Int)', ['other: the argument first of Query.shelves is Int instead of Int!']],
    [' @deprecated(reason: "page through it")', '', ['other: QUERY shelves is no longer deprecated']],
    [
      ' @auth(requires: STAFF)',
      '',
      ['security: Mutation.addShelf no longer carries @auth(requires: "STAFF")'],
    ],
    [
      '  label: String!\n}',
      '  label: String!\n  email: String\n}',
      ['security: Shelf.email added (personal data)'],
    ],
    ['  label: String!\n}', '}', ['breaking: Shelf.label removed']],
    ['  label: String!\n}', '  label: String\n}', ['breaking: Shelf.label is String instead of String!']],
    ['type Shelf {', 'enum Size { S }\ntype Shelf {', ['other: The type Size added']],
  ])('%j becomes %j', (from, to, expected) => {
    expect(changes(GRAPHQL, from, to)).toEqual(expected);
  });

  it('do not count descriptions and order', () => {
    const edited = GRAPHQL.replace('Everything to read', 'All').replace(
      '  id: ID!\n  label: String!',
      '  label: String!\n  "Its name"\n  id: ID!',
    );
    expect(
      diffDescriptions(parseDescription(bytesOf(GRAPHQL)), parseDescription(bytesOf(edited))).materialChange,
    ).toBe(false);
  });
});

describe('differences between protobuf files', () => {
  it.each([
    ['string label = 2;', '', ['breaking: parcels.v1.Parcel.label removed']],
    [
      'string label = 2;',
      'string label = 9;',
      ['breaking: parcels.v1.Parcel.label has the number 9 instead of 2'],
    ],
    [
      'string label = 2;',
      'bytes label = 2;',
      ['breaking: parcels.v1.Parcel.label is bytes instead of string'],
    ],
    [
      'string label = 2;',
      'string label = 2; string password = 7;',
      ['security: parcels.v1.Parcel.password added (a secret)'],
    ],
    [
      'string label = 2;',
      'string label = 2 [(google.api.field_behavior) = OUTPUT_ONLY];',
      ['security: parcels.v1.Parcel.label has another option (google.api.field_behavior)'],
    ],
    [
      'service Parcels {',
      'service Parcels { option (acme.permission) = "read";',
      ['security: parcels.v1.Parcels has another option (acme.permission)'],
    ],
    ['repeated Stop', 'Stop', ['breaking: parcels.v1.Parcel.stops is Stop instead of repeated Stop']],
    [
      'LARGE = 1',
      'HUGE = 1',
      [
        'breaking: The value LARGE of parcels.v1.Parcel.Kind removed',
        'other: The value HUGE of parcels.v1.Parcel.Kind added',
      ],
    ],
    [
      'returns (stream Parcel)',
      'returns (Parcel)',
      [
        'breaking: RPC parcels.v1.Parcels/WatchParcel is now (GetParcelRequest) returns (Parcel) instead of (GetParcelRequest) returns (stream Parcel)',
      ],
    ],
    [/ {2}rpc Watch.*\n/, '', ['breaking: RPC parcels.v1.Parcels/WatchParcel removed']],
    [
      '{ option deprecated = true; }',
      ';',
      ['other: RPC parcels.v1.Parcels/GetParcel is no longer deprecated'],
    ],
  ])('%s becomes %j', (from, to, expected) => {
    expect(changes(PROTOBUF, from, to)).toEqual(expected);
  });

  it('do not count comments and options for generated code', () => {
    const edited = PROTOBUF.replace('All about', 'About').replace(
      'package parcels.v1;',
      'package parcels.v1;\noption go_package = "x";',
    );
    expect(
      diffDescriptions(parseDescription(bytesOf(PROTOBUF)), parseDescription(bytesOf(edited))).materialChange,
    ).toBe(false);
  });
});

describe('differences between AsyncAPI documents', () => {
  it.each([
    [
      ASYNCAPI_2,
      'type: string',
      'type: integer',
      ['breaking: SEND parcel/moved returns message.parcelId as integer instead of string'],
    ],
    [
      ASYNCAPI_2,
      'parcel/moved',
      'parcel/left',
      ['breaking: SEND parcel/moved removed', 'other: SEND parcel/left added'],
    ],
    [
      ASYNCAPI_3,
      'type: string\n',
      'type: string\n            callbackUrl: {}\n',
      ['security: RECEIVE parcel.moved also takes message.callbackUrl (an address that the API may call)'],
    ],
    [
      ASYNCAPI_3,
      "    security:\n      - $ref: '#/components/securitySchemes/user'\n",
      '',
      [
        'security: RECEIVE parcel.moved no longer asks for authentication',
        'other: The description changed at /servers/production/security',
      ],
    ],
    [
      ASYNCAPI_3,
      'type: userPassword',
      'type: plain',
      ['security: The security scheme user changed: type is plain instead of userPassword'],
    ],
    [
      ASYNCAPI_3,
      'protocol: amqps',
      'protocol: amqp',
      [
        'breaking: The API is no longer served at amqps://broker.example.com',
        'security: The API is now served at amqp://broker.example.com, without encryption',
      ],
    ],
    [
      ASYNCAPI_3,
      '      $ref: "#/channels/moved"\n',
      '      $ref: "#/channels/moved"\n    reply: { channel: { $ref: "#/channels/moved" } }\n',
      [
        'other: RECEIVE parcel.moved also answers with the message moved',
        'other: /operations/onMoved/reply added',
      ],
    ],
    [
      ASYNCAPI_3.replace(
        'type: object',
        'schemaFormat: application/schema+json\n          schema: { properties: {} }',
      ),
      'properties: {}',
      'properties: { token: { type: string } }',
      ['security: RECEIVE parcel.moved also takes message.token (a secret)'],
    ],
    [
      ASYNCAPI_3,
      'action: receive',
      'action: send',
      ['breaking: RECEIVE parcel.moved removed', 'other: SEND parcel.moved added'],
    ],
  ])('case %#', (text, from, to, expected) => {
    expect(changes(text, from, to)).toEqual(expected);
  });
});

describe('every format', () => {
  it.each(OF_EVERY_FORMAT)('%s does not differ from itself', (_, mediaType, text) => {
    const parse = () => parseDescription(bytesOf(text), mediaType);
    expect(diffDescriptions(parse(), parse())).toEqual({
      breaking: [],
      security: [],
      other: [],
      materialChange: false,
    });
  });

  it.each(OF_EVERY_FORMAT)('%s can be compared with any other', (format, mediaType, text) => {
    for (const [otherFormat, otherType, otherText] of OF_EVERY_FORMAT) {
      const diff = diffDescriptions(
        parseDescription(bytesOf(text), mediaType),
        parseDescription(bytesOf(otherText), otherType),
      );
      expect(diff.materialChange).toBe(format !== otherFormat);
    }
  });
});
