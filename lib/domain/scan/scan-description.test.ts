import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OWASP_CATEGORIES, SEVERITIES } from '../words.ts';
import type { JsonObject, JsonValue } from '../description/types.ts';
import { isObject } from '../description/json-values.ts';
import { scanDescription } from './scan-description.ts';
import { anyDocument } from './testing/any-document.ts';
import { KEY, KEY_SCHEME, json, one, sampleApi } from './testing/sample-api.ts';

const scan = (document: JsonObject) => scanDescription({ format: 'openapi-3.0', document });
const named = (document: JsonObject, rule: string) =>
  scan(document).findings.filter((finding) => finding.rule === rule);

describe('scanDescription', () => {
  it('finds no weakness in nothing', () => {
    const { score, grade, findings, arithmetic } = scan({});
    expect({ score, grade, arithmetic }).toEqual({ score: 100, grade: 'A', arithmetic: [] });
    expect(findings.map(({ severity, pointers }) => [severity, pointers])).toEqual([['info', ['']]]);
  });

  it('counts findings by severity and shows the worst first', () => {
    const { counts, findings } = scan(one('post', '/orders', { security: [] }));
    for (const severity of SEVERITIES) {
      expect(counts[severity]).toBe(findings.filter((finding) => finding.severity === severity).length);
    }
    const order = findings.map(({ severity }) => SEVERITIES.indexOf(severity));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(counts.high).toBe(1);
  });

  it('leaves out the occurrences where nobody asks for them', () => {
    const document = one('post', '/orders', { security: [] });
    const whole = scan(document);
    const short = scanDescription({ format: 'openapi-3.0', document }, { withOccurrences: false });
    expect(whole.occurrences.length).toBeGreaterThan(0);
    expect(short).toEqual({ ...whole, occurrences: [] });
  });

  it('shows arithmetic that adds up to the score', () => {
    const { arithmetic, score } = scan(one('post', '/orders', { security: [] }));
    for (const { weight, count, denominator, demerits, category } of arithmetic) {
      expect(demerits).toBeCloseTo(weight * Math.min(1, count / denominator), 9);
      expect(OWASP_CATEGORIES).toContain(category);
    }
    expect(score).toBeLessThan(100);
  });

  it('names the operations that reach a component, through requests or answers', () => {
    const ref = { $ref: '#/components/schemas/Thing' };
    const document = sampleApi(
      {
        '/things': {
          get: { responses: { 200: { description: 'all', content: json({ type: 'array', items: ref }) } } },
        },
        '/things/{thing}': { put: { requestBody: { content: json(ref) }, responses: {} } },
        '/other': { get: { responses: {} } },
      },
      {
        components: { schemas: { Thing: { type: 'object', properties: { password: { type: 'string' } } } } },
      },
    );
    const [finding] = named(document, 'api3-password-in-shared-schema');
    expect(finding).toMatchObject({ operations: ['GET /things', 'PUT /things/{thing}'], operationCount: 2 });
  });

  it('counts a limit as risk only where it is missing from a request', () => {
    const answer = {
      responses: {
        200: { description: 'fine', content: json({ type: 'string' }) },
        429: { description: 'slow', content: json({}) },
      },
    };
    const limits = (document: JsonObject) =>
      named(document, 'api4-no-limits').map(({ severity }) => severity);
    const only = one('get', '/things', answer);
    expect(scan(only).occurrences.map(({ rule }) => rule)).toContain('api4-string-limit');
    expect(limits(only)).toEqual(['low']);
    const bounded = one('get', '/things', {
      responses: {
        500: { description: 'x', content: json({ type: 'string' }) },
        429: { description: 'x', content: json({}), headers: { RateLimit: {}, 'Retry-After': {} } },
      },
    });
    expect(limits(bounded)).toEqual(['info']);
  });

  it('says once what opens a whole description, and for each resource what others close', () => {
    const open = { post: { responses: {} } };
    const everywhere = sampleApi({ '/a': open, '/b': open });
    expect(named(everywhere, 'api2-write-open')).toHaveLength(1);
    const some = sampleApi(
      { '/a': open, '/b': open, '/c': { post: { security: KEY, responses: {} } } },
      { components: { securitySchemes: KEY_SCHEME } },
    );
    expect(named(some, 'api2-write-open').map(({ operations }) => operations)).toEqual([
      ['POST /a'],
      ['POST /b'],
    ]);
  });
});

describe('scanDescription on anything', () => {
  it.each([
    'openapi-2.0',
    'openapi-3.0',
    'openapi-3.1',
    'openapi-3.2',
    'graphql',
    'asyncapi-2',
    'asyncapi-3',
    'protobuf',
  ] as const)('never throws (%s)', (format) => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const result = scanDescription({
          format,
          document: { openapi: '3.0.0', swagger: '2.0', ...document },
        });
        expect(result.score).toBeGreaterThanOrEqual(0);
        expect(result.score).toBeLessThanOrEqual(100);
      }),
      { numRuns: 400 },
    );
  });

  it('gives every finding a fingerprint of its own, and only finite figures', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { findings, arithmetic } = scan({ openapi: '3.0.0', ...document });
        expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);
        for (const { demerits } of arithmetic) expect(Number.isFinite(demerits)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

function shuffled(value: JsonValue, random: () => number): JsonValue {
  if (Array.isArray(value)) return value.map((entry) => shuffled(entry, random));
  if (!isObject(value)) return value;
  const keys = Object.keys(value)
    .map((key): [number, string] => [random(), key])
    .toSorted(([a], [b]) => a - b);
  return Object.fromEntries(keys.map(([, key]) => [key, shuffled(value[key] ?? null, random)]));
}

describe('fingerprints', () => {
  const parts = fc.record({
    paths: fc.uniqueArray(
      fc.constantFrom('/users', '/users/{id}', '/orders', '/admin/keys', '/login', '/files/{name}'),
      { minLength: 1 },
    ),
    method: fc.constantFrom('get', 'post', 'delete'),
    isOpen: fc.boolean(),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
  });
  const build = (paths: readonly string[], method: string, isOpen: boolean): JsonObject => {
    const thing = { $ref: '#/components/schemas/Thing' };
    const operation = {
      security: isOpen ? [] : KEY,
      requestBody: { content: json(thing) },
      responses: { 200: { description: 'fine', content: json(thing) } },
    };
    return sampleApi(
      Object.fromEntries(
        paths.map((path) => [path, { [method]: operation, head: { security: KEY, responses: {} } }]),
      ),
      {
        servers: [{ url: 'http://api.example.com' }],
        components: {
          securitySchemes: KEY_SCHEME,
          schemas: {
            Thing: { type: 'object', properties: { password: { type: 'string' }, role: { type: 'string' } } },
          },
        },
      },
    );
  };
  const prints = (document: JsonObject) =>
    new Set(scan(document).findings.map(({ fingerprint }) => fingerprint));

  it('survive any order of keys', () => {
    fc.assert(
      fc.property(parts, ({ paths, method, isOpen, seed }) => {
        let state = seed;
        const random = () => (state = (state * 48_271) % 2_147_483_647);
        const document = build(paths, method, isOpen);
        const other = shuffled(document, random);
        expect(isObject(other) && prints(other)).toEqual(prints(document));
      }),
      { numRuns: 60 },
    );
  });

  it('survive what is added elsewhere', () => {
    fc.assert(
      fc.property(parts, ({ paths, method, isOpen }) => {
        const before = build(paths, method, isOpen);
        const after = build(['/added/things', ...paths], method, isOpen);
        for (const print of prints(before)) expect(prints(after)).toContain(print);
      }),
      { numRuns: 60 },
    );
  });
});
