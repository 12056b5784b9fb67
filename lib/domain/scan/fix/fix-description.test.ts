import fc from 'fast-check';
import { applyPatch } from 'rfc6902';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../description/types.ts';
import type { DescriptionFormat } from '../../words.ts';
import { scanDescription } from '../scan-description.ts';
import { CASES_API1_API2 } from '../testing/cases-api1-api2.ts';
import { CASES_API3_API5 } from '../testing/cases-api3-api5.ts';
import { CASES_API6_API10 } from '../testing/cases-api6-api10.ts';
import { CASES_OTHER_FORMATS } from '../testing/cases-other-formats.ts';
import { anyDocument } from '../testing/any-document.ts';
import { KEY, KEY_SCHEME, answering, json, one, sampleApi, taking } from '../testing/sample-api.ts';
import { isMendable, fixDescription } from './fix-description.ts';

function formatOf({ openapi, swagger }: JsonObject): DescriptionFormat {
  if (swagger !== undefined) return 'openapi-2.0';
  return openapi === '3.1.0' ? 'openapi-3.1' : 'openapi-3.0';
}

const fix = (document: JsonObject, rules?: string[]) =>
  fixDescription({ format: formatOf(document), document }, rules ? { rules } : {});

/** The description after the patch, by a library that knows nothing of how it was made. */
function mended(document: JsonObject, rules?: string[]): JsonObject {
  const copy = structuredClone(document);
  expect(applyPatch(copy, structuredClone(fix(document, rules).patch)).filter(Boolean)).toEqual([]);
  return copy;
}

function rulesOf(document: JsonObject): string[] {
  const { occurrences } = scanDescription({ format: formatOf(document), document });
  return [...new Set(occurrences.map(({ rule }) => rule))];
}

const SCHEMA = '/paths/~1things/post/requestBody/content/application~1json/schema/properties';

describe('a fix', () => {
  const cases = [...CASES_API1_API2, ...CASES_API3_API5, ...CASES_API6_API10, ...CASES_OTHER_FORMATS];

  it.each(cases)('of $rule ($at) leads to what it promises, and leaves nothing to do', (sample) => {
    const { fires: document, format = formatOf(document) } = sample;
    const { patch, before, after, isComplete } = fixDescription({ format, document });
    const copy = structuredClone(document);
    expect(applyPatch(copy, structuredClone(patch)).filter(Boolean)).toEqual([]);
    const { score, grade, counts } = scanDescription({ format, document: copy });
    expect(after).toEqual({ score, grade, counts });
    expect(after.score).toBeGreaterThanOrEqual(before.score);
    expect(fixDescription({ format, document: copy }).patch).toEqual([]);
    expect(isComplete).toBe(true);
  });

  it.each(['openapi-2.0', 'openapi-3.0', 'openapi-3.1', 'graphql'] as const)(
    'of anything can be applied (%s)',
    (format) => {
      fc.assert(
        fc.property(anyDocument, (parts) => {
          const document = JSON.parse(JSON.stringify({ openapi: '3.0.0', ...parts })) as JsonObject;
          const { patch, after } = fixDescription({ format, document });
          expect(applyPatch(document, structuredClone(patch)).filter(Boolean)).toEqual([]);
          expect(after.score).toBe(scanDescription({ format, document }).score);
        }),
        { numRuns: 300 },
      );
    },
  );

  it('leaves the description as it was', () => {
    const document = one('post', '/orders', { security: [] });
    const copy = structuredClone(document);
    expect(fix(document).patch.length).toBeGreaterThan(0);
    expect(document).toEqual(copy);
  });

  it('mends only what is asked for, by rule or by cause', () => {
    const document = one('post', '/orders', { security: [] });
    const ofRule = fix(document, ['api2-write-open']);
    expect(ofRule.mended).toEqual([expect.objectContaining({ rule: 'api2-write-open', places: 1 })]);
    const ofCause = fix(document, ['api4-no-limits']);
    expect(ofCause.mended.map(({ rule }) => rule)).toEqual(['api4-answer-429', 'api4-rate-limit-headers']);
    expect(fix(document, ['api1-numeric-id']).patch).toEqual([]);
  });

  it('knows which rules and causes it can do something about', () => {
    expect(isMendable('api4-string-limit', 'openapi-3.1')).toBe(true);
    expect(isMendable('api4-no-limits', 'openapi-2.0')).toBe(true);
    expect(isMendable('api1-numeric-id', 'openapi-3.0')).toBe(false);
    for (const format of ['graphql', 'asyncapi-2', 'protobuf'] as const)
      expect(isMendable('api4-unbounded-lists', format)).toBe(false);
  });

  it('mends a place that aliases share at each of its places', () => {
    const schema = { type: 'string' };
    const document = taking({ a: schema, b: schema });
    expect(fix(document, ['api4-string-limit']).patch.map(({ path }) => path)).toEqual([
      `${SCHEMA}/a/maxLength`,
      `${SCHEMA}/b/maxLength`,
    ]);
  });
});

describe('limits', () => {
  const limited = (schema: JsonObject) => {
    const document = mended(taking({ value: schema }));
    const place = SCHEMA.slice(1).split('/');
    let value: unknown = document;
    for (const token of [...place, 'value']) value = (value as JsonObject)[token.replaceAll('~1', '/')];
    return value;
  };

  it.each([
    [{ type: 'string', format: 'uuid' }, { maxLength: 36 }],
    [{ type: 'string', format: 'email' }, { maxLength: 254 }],
    [{ type: 'string', pattern: 'x' }, { maxLength: 1000 }],
    [{ type: 'string', pattern: 'x', minLength: 3000 }, { maxLength: 6000 }],
    [{ type: 'string', pattern: 'x', example: 'a'.repeat(1200) }, { maxLength: 2400 }],
    [{ type: 'array', items: { type: 'boolean' } }, { maxItems: 100 }],
    [{ type: 'array', items: { type: 'boolean' }, minItems: 80 }, { maxItems: 100 }],
    [{ type: 'array', items: { type: 'boolean' }, minItems: 150 }, { maxItems: 300 }],
    [
      { type: 'integer', format: 'int32' },
      { minimum: -2_147_483_648, maximum: 2_147_483_647 },
    ],
    [{ type: 'integer', minimum: 0, maximum: 9 }, { format: 'int32' }],
    [
      { type: 'integer', minimum: 0 },
      { format: 'int64', maximum: Number.MAX_SAFE_INTEGER },
    ],
    [{ type: 'object', additionalProperties: { type: 'boolean' } }, { maxProperties: 100 }],
  ])('of %j: %j', (schema, added) => {
    const given = JSON.parse(JSON.stringify(schema)) as JsonObject;
    expect(limited(given)).toEqual({ ...given, ...added });
  });

  it.each<JsonObject>([
    { type: 'string', enum: ['a'] },
    { type: 'string', format: 'binary' },
    { type: 'integer', format: 'int32', minimum: 1, maximum: 5 },
  ])('of %j need nothing', (schema) => {
    expect(limited(schema)).toEqual(schema);
  });

  it('let pass every text that the description shows', () => {
    const { pattern } = limited({ type: 'string', example: 'Größe 42\n\tπ' }) as { pattern: string };
    expect('Größe 42\n\tπ').toMatch(new RegExp(pattern));
    expect('a\u0000b').not.toMatch(new RegExp(pattern));
    expect(limited({ type: 'string', example: 'bell\u0007' })).not.toHaveProperty('pattern');
  });

  it('are not put on answers, nor into examples', () => {
    expect(fix(answering({ name: { type: 'string' } }), ['api4-string-limit']).patch).toEqual([]);
    const document = one('post', '/things', {
      requestBody: { content: { 'application/json': { example: { type: 'string' } } } },
    });
    expect(fix(document, ['api4-string-limit']).patch).toEqual([]);
  });

  it('of a page have room above the default', () => {
    const list = (schema: JsonObject) =>
      one('get', '/things', {
        parameters: [{ name: 'limit', in: 'query', schema }],
        responses: { 200: { description: 'all', content: json({ type: 'array', items: {} }) } },
      });
    const maximum = (schema: JsonObject) => fix(list(schema), ['api4-page-size-without-maximum']).patch;
    expect(maximum({ type: 'integer' })).toEqual([
      { op: 'add', path: '/paths/~1things/get/parameters/0/schema/maximum', value: 100 },
    ]);
    expect(maximum({ type: 'integer', default: 200 })).toMatchObject([{ value: 400 }]);
  });
});

describe('answers', () => {
  it('are shared, and refer to one problem schema', () => {
    const document = mended(
      sampleApi(
        { '/a': { get: { responses: {} } }, '/b': { get: { responses: {} } } },
        { components: { securitySchemes: KEY_SCHEME }, security: KEY },
      ),
    );
    const $ref = '#/components/responses/TooManyRequests';
    expect(document).toMatchObject({
      paths: {
        '/a': { get: { responses: { 429: { $ref } } } },
        '/b': { get: { responses: { 429: { $ref } } } },
      },
      components: { responses: { TooManyRequests: { headers: { 'Retry-After': {}, RateLimit: {} } } } },
    });
    for (const rule of ['api8-answer-validation', 'api8-answer-401', 'api8-answer-500', 'api4-answer-429'])
      expect(rulesOf(document)).not.toContain(rule);
  });

  it('take another name where theirs means something else', () => {
    const document = one('get', '/things');
    const Problem = { type: 'string', maxLength: 5, pattern: 'x' };
    const patched = mended({
      ...document,
      components: { securitySchemes: KEY_SCHEME, schemas: { Problem } },
    });
    expect(patched).toMatchObject({ components: { schemas: { Problem, Problem2: { type: 'object' } } } });
  });

  it('of version 2.0 stand where that version has them', () => {
    const document: JsonObject = {
      swagger: '2.0',
      info: { title: 'Old', version: '1' },
      schemes: ['http', 'https'],
      paths: { '/things': { get: { responses: { 200: { description: 'fine' } } } } },
    };
    const patched = mended(document);
    expect(patched).toMatchObject({
      schemes: ['https'],
      paths: { '/things': { get: { responses: { 400: { $ref: '#/responses/InvalidRequest' } } } } },
      responses: { InvalidRequest: { schema: { $ref: '#/definitions/Problem' } } },
    });
    expect(patched).not.toHaveProperty('components');
  });
});

describe('security', () => {
  it('asks of an open write what its neighbours ask', () => {
    const document = sampleApi(
      {
        '/a': { get: { responses: {}, security: [{ login: ['read'] }] } },
        '/b': { get: { responses: {}, security: [{ login: ['read'] }] } },
        '/c': { get: { responses: {}, security: [{ key: [] }] }, post: { responses: {} } },
      },
      {
        components: {
          securitySchemes: { ...KEY_SCHEME, login: { type: 'openIdConnect', openIdConnectUrl: 'https://x' } },
        },
      },
    );
    expect(fix(document, ['api2-write-open', 'api2-write-open-beside-secured']).patch).toEqual([
      { op: 'add', path: '/paths/~1c/post/security', value: [{ login: ['read'] }] },
    ]);
  });

  it('begins with one requirement for everything where nobody has to say who they are', () => {
    const document = sampleApi({
      '/orders': { get: { responses: {} }, post: { responses: {} } },
      '/login': { post: { responses: {} } },
      '/health': { get: { responses: {} } },
    });
    const patched = mended(document);
    expect(patched).toMatchObject({
      security: [{ bearerAuth: [] }],
      components: { securitySchemes: { bearerAuth: { type: 'http', scheme: 'bearer' } } },
      paths: { '/login': { post: { security: [] } }, '/health': { get: { security: [] } } },
    });
    expect(patched).not.toHaveProperty('paths./orders.get.security');
    expect(rulesOf(patched)).not.toContain('api2-write-open');
  });

  it('does not put passwords or keys in addresses to use', () => {
    const document = sampleApi(
      { '/orders': { post: { responses: {} } } },
      {
        components: {
          securitySchemes: {
            basic: { type: 'http', scheme: 'basic' },
            url: { type: 'apiKey', in: 'query', name: 'key' },
          },
        },
      },
    );
    expect(mended(document)).toMatchObject({ security: [{ bearerAuth: [] }] });
  });

  it('leaves to people what everybody may read beside what they may not', () => {
    const document = sampleApi(
      { '/a': { get: { responses: {}, security: KEY } }, '/news': { get: { responses: {} } } },
      { components: { securitySchemes: KEY_SCHEME } },
    );
    expect(fix(document, ['api2-read-open']).patch).toEqual([]);
  });

  it('drops the alternative that asks for nothing', () => {
    const document = one('post', '/things', { security: [{}, { key: [] }] });
    expect(fix(document, ['api2-optional-write']).patch).toEqual([
      { op: 'replace', path: '/paths/~1things/post/security', value: [{ key: [] }] },
    ]);
  });
});

describe('transport', () => {
  it('is protected wherever servers are reached in the open, own machines left out', () => {
    const document = sampleApi(
      {},
      {
        servers: [
          { url: 'http://api.example.com/v1' },
          { url: 'http://localhost:8080' },
          { url: 'https://x' },
        ],
      },
    );
    expect(fix(document, ['api8-plain-http-server']).patch).toEqual([
      { op: 'replace', path: '/servers/0/url', value: 'https://api.example.com/v1' },
    ]);
  });
});
