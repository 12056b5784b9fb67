import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../description/types.ts';
import { scanDescription } from './scan-description.ts';
import { sampleApi } from './testing/sample-api.ts';

const scan = (document: JsonObject) => scanDescription({ format: 'openapi-3.0', document });
const schemas = (entries: JsonObject) =>
  sampleApi(
    { '/a': { get: { responses: { 200: { $ref: '#/components/schemas/A' } } } } },
    { components: { schemas: entries } },
  );

function nested(depth: number, inner: JsonValue): JsonValue {
  let value = inner;
  for (let level = 0; level < depth; level += 1) value = { properties: { next: value } };
  return value;
}

/** Descriptions made to keep a scanner busy, or to make it fall. */
const HOSTILE: readonly [string, () => JsonObject][] = [
  ['a reference to itself', () => schemas({ A: { $ref: '#/components/schemas/A' } })],
  [
    'two references to each other',
    () => schemas({ A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } }),
  ],
  [
    'a schema within itself',
    () => schemas({ A: { type: 'object', additionalProperties: { $ref: '#/components/schemas/A' } } }),
  ],
  [
    'a reference to the whole document',
    () => schemas({ A: { $ref: '#' }, B: { properties: { all: { $ref: '#' } } } }),
  ],
  [
    'a chain of 2,000 references',
    () =>
      schemas(
        Object.fromEntries(
          Array.from({ length: 2000 }, (_, index) => [
            index === 0 ? 'A' : `A${index}`,
            { $ref: `#/components/schemas/A${index + 1}` },
          ]),
        ),
      ),
  ],
  [
    'a circle of 3,000 schemas, each referring to ten',
    () =>
      schemas(
        Object.fromEntries(
          Array.from({ length: 3000 }, (_, index) => [
            index === 0 ? 'A' : `A${index}`,
            {
              type: 'object',
              properties: Object.fromEntries(
                Array.from({ length: 10 }, (_unused, step) => [
                  `p${step}`,
                  { $ref: `#/components/schemas/A${(index * 7 + step + 1) % 3000}` },
                ]),
              ),
            },
          ]),
        ),
      ),
  ],
  [
    '20,000 references into one object',
    () => ({
      ...sampleApi({}),
      'x-all': Array.from({ length: 20_000 }, (_, index) => ({ $ref: `#/x-here/k${index}` })),
      'x-here': Object.fromEntries(
        Array.from({ length: 20_000 }, (_, index) => [`k${index}`, { type: 'string' }]),
      ),
    }),
  ],
  ['an object 5,000 deep', () => schemas({ A: nested(5000, { type: 'string' }) })],
  [
    'names of the language',
    () =>
      schemas(
        JSON.parse(
          '{"__proto__":{"type":"string"},"constructor":{"$ref":"#/components/schemas/__proto__"},"hasOwnProperty":{"type":"object","properties":{"__proto__":{"type":"array"}}}}',
        ),
      ),
  ],
  [
    'references to inherited names',
    () => schemas({ A: { $ref: '#/components/schemas/toString' }, B: { $ref: '#/__proto__/constructor' } }),
  ],
  [
    'name and in that are no texts',
    () =>
      sampleApi({
        '/a': {
          parameters: [{ name: { a: 1 }, in: ['query'] }, null, 'x', 7],
          get: { parameters: { name: { in: 1 }, in: { name: [] } } },
        },
      }),
  ],
  [
    'texts where objects belong',
    () => ({ openapi: '3.0.0', info: 'x', paths: 'y', components: 'z', servers: 'w', security: 'v' }),
  ],
  [
    'security of the wrong shape',
    () =>
      sampleApi(
        { '/a': { post: { security: [null, 'x', [], { k: 'not a list' }], responses: null } } },
        { security: { a: 1 } },
      ),
  ],
  [
    'responses and headers of the wrong shape',
    () =>
      sampleApi({
        '/a': { get: { responses: { 200: null, 429: 'x', 401: [], headers: 'y' } }, post: { responses: [] } },
      }),
  ],
  [
    'a path item that is a reference to paths',
    () => sampleApi({ '/a': { $ref: '#/paths' }, '/b': { $ref: '#/paths/~1a' } }),
  ],
];

describe('hostile descriptions', () => {
  it.each(HOSTILE)('%s: an answer, and soon', (_name, build) => {
    const document = build();
    const start = performance.now();
    const result = scan(document);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(result.occurrences.length).toBeLessThan(100_000);
  });

  it('reports external references and never follows them', () => {
    const { findings } = scan(schemas({ A: { $ref: 'http://169.254.169.254/latest/meta-data' } }));
    expect(findings.find(({ rule }) => rule === 'api9-external-reference')?.pointers).toEqual([
      '/components/schemas/A',
    ]);
  });
});
