import { describe, expect, it } from 'vitest';
import { parseDescription } from './parse-description.ts';
import { openapi } from './testing/descriptions.ts';
import { bytesOf, refusalOf } from './testing/bytes-of.ts';

const JSON_TYPE = 'application/json';
const YAML_TYPE = 'application/yaml';
const GRAPHQL_TYPE = 'application/graphql';
const PROTOBUF_TYPE = 'text/x-protobuf';

const withPaths = (paths: string) => `{"openapi":"3.0.0","paths":${paths}}`;
const MANY = 300_000;

/** Media type, code, what the sentence must say, and the text or bytes. */
const CASES: [string, string, string, RegExp, () => string | Uint8Array][] = [
  ['a media type that is none', 'image/png', 'media-type', /image\/png/, () => 'x'],
  ['another encoding', 'application/json; charset=latin1', 'media-type', /UTF-8, not as latin1/, () => '{}'],
  [
    '65 MB',
    JSON_TYPE,
    'too-large',
    /at most 64 MB; this one has 65 MB/,
    () => new Uint8Array(65 * 1024 * 1024),
  ],
  ['nothing', JSON_TYPE, 'empty', /empty/, () => ' \n'],
  ['a NUL byte', JSON_TYPE, 'nul', /NUL byte in line 2/, () => '{\n\u0000}'],
  [
    'an escaped NUL',
    JSON_TYPE,
    'nul',
    /NUL character at \/info\/title/,
    () => String.raw`{"openapi":"3.0.0","info":{"title":"a\u0000"},"paths":{}}`,
  ],
  ['an escaped NUL in YAML', YAML_TYPE, 'nul', /NUL character at \/info/, () => String.raw`info: "a\0"`],
  ['half of a pair', JSON_TYPE, 'encoding', /surrogate pair at \/x/, () => String.raw`{"x":"\ud800"}`],
  [
    'invalid UTF-8',
    JSON_TYPE,
    'encoding',
    /not valid UTF-8 in line 2/,
    () => new Uint8Array([0x7b, 0x0a, 0xff, 0x7d]),
  ],
  ['UTF-16', JSON_TYPE, 'encoding', /UTF-16/, () => new Uint8Array([0xff, 0xfe, 0x7b, 0x00])],
  [
    'broken JSON',
    JSON_TYPE,
    'malformed',
    /line 2, column 5 a value was expected, but found "}"/,
    () => '{\n"a":}',
  ],
  ['half of a JSON text', JSON_TYPE, 'malformed', /the text ends/, () => '{"a": [1, 2'],
  ['YAML sent as JSON', JSON_TYPE, 'malformed', /line 1, column 1/, () => 'openapi: 3.0.0'],
  ['broken YAML', YAML_TYPE, 'malformed', /line 2/, () => 'a: [1, 2\nb: 3'],
  ['two YAML documents', YAML_TYPE, 'several-documents', /line 2/, () => 'a: 1\n---\nb: 2'],
  [
    'a broken schema',
    GRAPHQL_TYPE,
    'malformed',
    /line 2, column 4: Expected ":"/,
    () => 'type A {\n a Int }',
  ],
  ['a query', GRAPHQL_TYPE, 'not-a-schema', /Line 1 holds a query/, () => 'query { a }'],
  ['a broken protobuf file', PROTOBUF_TYPE, 'malformed', /line 2/, () => 'syntax = "proto3";\nmessage {'],
  [
    'a repeated key',
    JSON_TYPE,
    'duplicate-key',
    /line 3, column 1 the key "a" is repeated/,
    () => '{"b":1,\n"a":2,\n"a":3}',
  ],
  [
    'a key repeated by an escape',
    JSON_TYPE,
    'duplicate-key',
    /"a" is repeated/,
    () => String.raw`{"a":1,"\u0061":2}`,
  ],
  [
    'a key repeated far below',
    JSON_TYPE,
    'duplicate-key',
    /"get"/,
    () => withPaths('{"/a":{"get":{},"get":{}}}'),
  ],
  [
    'a key repeated in YAML',
    YAML_TYPE,
    'duplicate-key',
    /line 3, column 1 the key "a" is repeated/,
    () => 'a: 1\nb: 2\n"a": 3',
  ],
  ['a number and a text that are one key', YAML_TYPE, 'duplicate-key', /"200"/, () => '200: 1\n"200": 2'],
  [
    'a field defined twice',
    GRAPHQL_TYPE,
    'duplicate-key',
    /line 2 the field a is defined again/,
    () => 'type A { a: Int\n a: Int }',
  ],
  [
    'a type defined twice',
    GRAPHQL_TYPE,
    'duplicate-key',
    /line 2 the type A/,
    () => 'type A { a: Int }\ntype A { b: Int }',
  ],
  ['a message defined twice', PROTOBUF_TYPE, 'duplicate-key', /'A'/, () => 'message A {}\nmessage A {}'],
  ['deep JSON', JSON_TYPE, 'depth', /more than 512 levels deep in line 1/, () => '['.repeat(MANY)],
  ['deep JSON objects', JSON_TYPE, 'depth', /512/, () => '{"a":'.repeat(MANY)],
  ['deep YAML', YAML_TYPE, 'depth', /512/, () => '['.repeat(20_000)],
  ['deep YAML lists', YAML_TYPE, 'depth', /512/, () => `${'- '.repeat(20_000)}a`],
  ['a deep type', GRAPHQL_TYPE, 'depth', /512/, () => `type Query { a: ${'['.repeat(MANY)}`],
  [
    'a deep default',
    GRAPHQL_TYPE,
    'depth',
    /512/,
    () => `type Query { a(b: C = ${'['.repeat(600)}${']'.repeat(600)}): Int }`,
  ],
  ['deep messages', PROTOBUF_TYPE, 'depth', /512/, () => 'message A { '.repeat(10_000)],
  ['an alias bomb', YAML_TYPE, 'alias-limit', /more than 1,000,000 values/, () => aliasBomb()],
  ['a bomb of merge keys', YAML_TYPE, 'alias-limit', /more than 1,000,000 values/, () => mergeBomb()],
  [
    'an alias to itself',
    YAML_TYPE,
    'alias-cycle',
    /line 1, column 8 the alias \*a contains itself/,
    () => 'a: &a [*a]',
  ],
  ['an alias to nothing', YAML_TYPE, 'malformed', /\*b refers to nothing/, () => 'a: *b'],
  ['infinity', YAML_TYPE, 'number', /line 1, column 4 the value \.inf/, () => 'a: .inf'],
  [
    'a number without end in JSON',
    JSON_TYPE,
    'number',
    /line 2, column 6 the number -1e999 is too large/,
    () => '{"a":[1,\n{"b":-1e999}]}',
  ],
  [
    'a number of many digits',
    JSON_TYPE,
    'number',
    /the number 9{40}… is too large/,
    () => `{"a":${'9'.repeat(400)}}`,
  ],
  ['a map as a key', YAML_TYPE, 'malformed', /line 1, column 1 a key is a map or a list/, () => '{a: 1}: 2'],
  ['a list', JSON_TYPE, 'not-an-object', /is a list/, () => '[]'],
  ['a number', JSON_TYPE, 'not-an-object', /is a number/, () => '7'],
  ['a text', YAML_TYPE, 'not-an-object', /is a string/, () => 'hello'],
  ['null', JSON_TYPE, 'not-an-object', /is empty/, () => 'null'],
  ['another document', JSON_TYPE, 'unknown-format', /names none of openapi/, () => '{"hello":"world"}'],
  [
    'a name from the prototype',
    JSON_TYPE,
    'unknown-format',
    /names none/,
    () => '{"__proto__":{"openapi":"3.0.0"}}',
  ],
  ['OpenAPI 4', JSON_TYPE, 'unsupported-version', /"4\.0\.0" of openapi/, () => openapi('4.0.0')],
  ['OpenAPI 3.10', JSON_TYPE, 'unsupported-version', /"3\.10\.0"/, () => openapi('3.10.0')],
  ['Swagger 1.2', JSON_TYPE, 'unsupported-version', /"1\.2" of swagger/, () => '{"swagger":"1.2"}'],
  ['a version that is no text', JSON_TYPE, 'unsupported-version', /of openapi/, () => '{"openapi":{}}'],
  [
    'protobuf of another syntax',
    PROTOBUF_TYPE,
    'unsupported-version',
    /proto9/,
    () => 'syntax = "proto9"; message A {}',
  ],
  ['no paths', JSON_TYPE, 'structure', /no paths/, () => '{"openapi":"3.0.0"}'],
  [
    'paths that are a list',
    JSON_TYPE,
    'structure',
    /value at \/paths must be an object/,
    () => withPaths('[]'),
  ],
  [
    'a path that is a text',
    JSON_TYPE,
    'structure',
    /\/paths\/~1a must be an object/,
    () => withPaths('{"/a":"x"}'),
  ],
  [
    'an operation that is null',
    JSON_TYPE,
    'structure',
    /\/paths\/~1a\/get must be an object/,
    () => withPaths('{"/a":{"get":null}}'),
  ],
  [
    'security that is no list',
    JSON_TYPE,
    'structure',
    /get\/security must be a list/,
    () => withPaths('{"/a":{"get":{"security":{}}}}'),
  ],
  [
    'a method twice',
    JSON_TYPE,
    'structure',
    /GET has a field of its own/,
    () => withPaths('{"/a":{"additionalOperations":{"GET":{}}}}'),
  ],
  [
    'a channel that is a text',
    YAML_TYPE,
    'structure',
    /\/channels\/a must be an object/,
    () => 'asyncapi: 2.0.0\nchannels: {a: b}',
  ],
  [
    'a protobuf file without definitions',
    PROTOBUF_TYPE,
    'structure',
    /no message/,
    () => 'syntax = "proto3";',
  ],
  ['too many values', JSON_TYPE, 'too-many-values', /8,000,000 values/, () => `[${'1,'.repeat(8_000_001)}1]`],
  [
    'a path without end',
    JSON_TYPE,
    'path-too-long',
    /at most 1,000 characters: \/xxx/,
    () => withPaths(`{"/${'x'.repeat(1000)}":{"get":{}}}`),
  ],
  [
    'too many operations',
    JSON_TYPE,
    'too-many-operations',
    /200,000 operations/,
    () => withPaths(`{${paths(200_001)}}`),
  ],
  [
    'a name that the parser loses',
    PROTOBUF_TYPE,
    'malformed',
    /line 2 __proto__/,
    () => 'message A {}\nmessage __proto__ {}',
  ],
];

const paths = (count: number) =>
  Array.from({ length: count }, (_, index) => `"/${index}":{"get":{}}`).join(',');

function aliasBomb(): string {
  const names = 'abcdefghij'.split('');
  const lines = names.map(
    (name, index) =>
      `${name}: &${name} [${Array(10)
        .fill(index === 0 ? 'x' : `*${names[index - 1]}`)
        .join(', ')}]`,
  );
  return lines.join('\n');
}

function mergeBomb(): string {
  const keys = Array.from({ length: 1000 }, (_, index) => `k${index}: 1`).join(', ');
  return `base: &base {${keys}}\nlist:\n${'  - <<: *base\n'.repeat(1001)}`;
}

const STATUSES: Record<string, number> = { 'media-type': 415, 'too-large': 413 };

describe('what is refused', () => {
  it.each(CASES)('%s (%s): %s', (_, mediaType, code, sentence, make) => {
    const made = make();
    const started = performance.now();
    const error = refusalOf(() =>
      parseDescription(typeof made === 'string' ? bytesOf(made) : made, mediaType),
    );
    expect([error.code, error.status]).toEqual([`description.${code}`, STATUSES[code] ?? 422]);
    expect(error.detail).toMatch(sentence);
    expect(error.detail.length).toBeLessThan(400);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('names the place of a fault as a pointer', () => {
    const error = refusalOf(() =>
      parseDescription(bytesOf(withPaths('{"/a":{"get":null,"put":7}}')), JSON_TYPE),
    );
    expect(error.errors).toEqual([
      { pointer: '/paths/~1a/get', detail: 'The value at /paths/~1a/get must be an object.' },
      { pointer: '/paths/~1a/put', detail: 'The value at /paths/~1a/put must be an object.' },
    ]);
  });

  it('names no more than twenty places', () => {
    const many = Array.from({ length: 50 }, (_, index) => `"/${index}":7`).join(',');
    expect(refusalOf(() => parseDescription(bytesOf(withPaths(`{${many}}`)), JSON_TYPE)).errors).toHaveLength(
      20,
    );
  });
});
