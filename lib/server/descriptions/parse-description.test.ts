import { describe, expect, it } from 'vitest';
import { listOperations } from '#lib/domain/description/operations.ts';
import { summariseDescription } from '#lib/domain/description/summarise-description.ts';
import { parseDescription } from './parse-description.ts';
import { ASYNCAPI_3, GRAPHQL, openapi, OF_EVERY_FORMAT, PROTOBUF } from './testing/descriptions.ts';
import { bytesOf } from './testing/bytes-of.ts';

const parse = (text: string, mediaType?: string) => parseDescription(bytesOf(text), mediaType);

describe('parseDescription', () => {
  it.each(OF_EVERY_FORMAT)('reads %s sent as %s', (format, mediaType, text, keys) => {
    const parsed = parse(text, mediaType);
    expect(parsed.format).toBe(format);
    expect(
      listOperations(parsed)
        .map(({ key }) => key)
        .sort(),
    ).toEqual(keys);
  });

  it.each(OF_EVERY_FORMAT)('tells %s from the text alone', (format, mediaType, text) => {
    expect(parse(text)).toEqual(parse(text, mediaType));
    expect(parse(`\uFEFF${text}`).format).toBe(format);
  });

  it.each([
    ['application/json; charset=utf-8', openapi('3.0.3')],
    ['application/vnd.oai.openapi+json;version=3.0', openapi('3.0.3')],
    ['application/vnd.oai.openapi', openapi('3.0.3')],
    ['application/yaml', openapi('3.0.3')],
    ['text/yaml', ASYNCAPI_3],
    ['application/x-yaml; charset="UTF-8"', ASYNCAPI_3],
    ['APPLICATION/YAML', ASYNCAPI_3],
    ['application/yaml', '{openapi: 3.0.0, info: {title: braces}, paths: {}}'],
  ])('takes %s', (mediaType, text) => {
    expect(parse(text, mediaType).document).toBeTypeOf('object');
  });

  it.each([
    ['3.0', 'openapi-3.0'],
    ['3.0.4', 'openapi-3.0'],
    ['3.1.1', 'openapi-3.1'],
    ['3.2.0', 'openapi-3.2'],
  ])('takes OpenAPI %s for %s', (version, format) => {
    expect(parse(openapi(version)).format).toBe(format);
    expect(parse(`openapi: ${version}\npaths: {}\n`).format).toBe(format);
  });

  it('takes versions that YAML reads as numbers', () => {
    expect(parse('swagger: 2.0\npaths: {}\n').format).toBe('openapi-2.0');
  });

  it('takes the usual names of root types beside those that an extension of the schema names', () => {
    const text = 'extend schema { mutation: Changes } extend type Query { a: Int } type Changes { b: Int }';
    expect(listOperations(parse(text)).map(({ key }) => key)).toEqual(['QUERY a', 'MUTATION b']);
    const named = 'schema { mutation: Changes } type Query { a: Int } type Changes { b: Int }';
    expect(listOperations(parse(named)).map(({ key }) => key)).toEqual(['MUTATION b']);
  });

  it('keeps every value of an option that protobuf gives several times, and bytes that no text may hold', () => {
    const { document } = parse(`syntax = "proto2"; message Key {
      optional string name = 1 [(google.api.field_behavior) = OPTIONAL, (google.api.field_behavior) = OUTPUT_ONLY];
      optional bytes salt = 2 [default = "\\000\\001"];
    }`);
    expect(document.messages).toMatchObject({
      Key: {
        fields: {
          name: { options: { '(google.api.field_behavior)': ['OPTIONAL', 'OUTPUT_ONLY'] } },
          salt: { options: { default: '\\0\u0001' } },
        },
      },
    });
  });

  it('keeps names that every object has as plain data', () => {
    const parsed = parse(
      '{"openapi":"3.0.0","paths":{},"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    );
    expect(Object.keys(parsed.document)).toEqual(['openapi', 'paths', '__proto__', 'constructor']);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    const fromYaml = parse(
      'openapi: 3.0.0\npaths: {}\n__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\n',
    );
    expect(fromYaml).toEqual(parsed);
    expect(Object.keys(fromYaml.document)).toContain('__proto__');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('the summary of a description', () => {
  const summarise = (text: string) => summariseDescription(parse(text));

  it('names OpenAPI and AsyncAPI documents by their title', () => {
    expect(summarise(openapi('3.0.0'))).toMatchObject({
      title: 'Shelf catalogue',
      version: '1.2.0',
      servers: [{ url: 'https://api.example.com/v1' }],
    });
    expect(summarise(ASYNCAPI_3)).toMatchObject({
      title: 'Parcel events',
      servers: [{ url: 'amqps://broker.example.com' }],
    });
    expect(summarise('openapi: 3.1.0\ninfo: {version: 2}\n')).toMatchObject({ title: '', version: '2' });
  });

  it('cuts texts that are only shown', () => {
    const long = JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'T'.repeat(5000), version: 1.5 },
      paths: { '/a': { get: { summary: 'S'.repeat(5000) } } },
    });
    const { title, version, operations } = summarise(long);
    expect([title.length, version, operations[0]?.summary?.length]).toEqual([200, '1.5', 500]);
  });

  it('names a protobuf file by its package', () => {
    expect(summarise(PROTOBUF)).toMatchObject({
      title: 'parcels.v1',
      version: 'v1',
      features: ['authentication', 'object-ids', 'lists'],
    });
  });

  it('knows what a GraphQL schema holds', () => {
    const { features, operations } = summarise(GRAPHQL);
    expect(features).toEqual(['authentication', 'object-ids', 'write-operations', 'graphql', 'lists']);
    expect(operations[1]).toMatchObject({
      key: 'QUERY shelves',
      deprecated: true,
      authenticated: null,
      pointer: '/types/Query/fields/shelves',
    });
    expect(operations[0]?.summary).toBe('One shelf');
  });

  it('knows what a broker asks for', () => {
    const [operation] = summarise(ASYNCAPI_3).operations;
    expect(operation).toMatchObject({
      authenticated: true,
      security: ['user'],
      operationId: 'onMoved',
      pointer: '/operations/onMoved',
    });
  });

  it('knows comments and options of rpcs', () => {
    const [get, watch] = summarise(PROTOBUF).operations;
    expect(get).toMatchObject({ summary: 'Finds one parcel', deprecated: true });
    expect(watch).toMatchObject({
      summary: null,
      deprecated: false,
      pointer: '/services/parcels.v1.Parcels/methods/WatchParcel',
    });
  });
});
