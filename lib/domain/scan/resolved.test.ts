import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../description/types.ts';
import { scanDescription } from './scan-description.ts';
import { json, sampleApi } from './testing/sample-api.ts';

function pointers(equivalent: string, document: JsonObject): string[] {
  const { occurrences } = scanDescription({ format: 'openapi-3.0', document });
  return occurrences
    .filter((occurrence) => occurrence.equivalent === equivalent)
    .map(({ pointer }) => pointer);
}
const STRING_LIMIT = 'owasp:api4:2023-string-limit';
const ADDITIONAL = 'owasp:api3:2023-no-additionalProperties';
const text = { type: 'string' };

function using(schemas: JsonObject, schema: JsonObject = { $ref: '#/components/schemas/A' }): JsonObject {
  return sampleApi(
    { '/a': { get: { responses: { 200: { description: 'a', content: json(schema) } } } } },
    { components: { schemas } },
  );
}

/** What Spectral reports, as measured with its own runs; see bench/scan-parity.bench.ts. */
describe('places as a resolving linter reports them', () => {
  it('reports a referenced value once, where it stands', () => {
    expect(pointers(STRING_LIMIT, using({ A: text }))).toEqual(['/components/schemas/A']);
  });

  it('keeps a reference with other keys beside it, and reports its target too', () => {
    const schema = { $ref: '#/components/schemas/A', description: 'more' };
    expect(pointers(STRING_LIMIT, using({ A: text }, schema)).toSorted()).toEqual([
      '/components/schemas/A',
      '/paths/~1a/get/responses/200/content/application~1json/schema',
    ]);
  });

  it('loses names such as @type behind a reference and reports what holds them as well', () => {
    const schemas = { A: { type: 'object', properties: { '@type': text } } };
    expect(pointers(STRING_LIMIT, using(schemas))).toEqual([
      '/components/schemas/A/properties/@type',
      '/components/schemas/A/properties',
    ]);
  });

  it('loses nothing where no reference leads', () => {
    const schemas = {
      A: text,
      B: { type: 'object', properties: { '@type': { type: 'string', maxLength: 2 }, '@id': text } },
    };
    expect(pointers(STRING_LIMIT, using(schemas))).toEqual([
      '/components/schemas/A',
      '/components/schemas/B/properties/@id',
    ]);
  });

  it('moves a child that is a reference to where it leads', () => {
    const schemas = {
      A: { type: 'object', additionalProperties: { $ref: '#/components/schemas/B' } },
      B: { type: 'string', maxLength: 3 },
    };
    expect(pointers(ADDITIONAL, using(schemas))).toEqual(['/components/schemas/B']);
  });

  it('leaves references within a circle where they are', () => {
    const schemas = {
      A: { type: 'object', additionalProperties: { $ref: '#/components/schemas/B' } },
      B: { type: 'object', properties: { a: { $ref: '#/components/schemas/A' } } },
    };
    expect(pointers(ADDITIONAL, using(schemas))).toEqual(['/components/schemas/A/additionalProperties']);
  });

  it('looks at answers below paths only, and in components that paths lead to', () => {
    const rule = 'owasp:api8:2023-define-error-responses-401';
    const inside = { A: { type: 'object', properties: { responses: { type: 'object' } } } };
    expect(pointers(rule, using(inside))).toContain('/components/schemas/A/properties/responses');
    expect(pointers(rule, using({ A: text, B: inside.A }))).toEqual(['/paths/~1a/get/responses']);
  });
});
