import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { PUBLIC } from '../http/access.ts';
import type { Route } from '../http/define-route.ts';
import { inventory } from '../http/inventory.ts';
import { must } from '../testing/review-world.ts';
import { useTestWorld } from '../testing/test-world.ts';

// The served document as somebody reads it who has nothing else: complete, and sound by the rules of OpenAPI 3.1.

type Json = ReturnType<typeof JSON.parse>;

const world = useTestWorld();
let document: Json;
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const nameOf = ({ method, fullPath }: Route) => `${method} ${fullPath}`;
const operationOf = ({ method, fullPath }: Route): Json => document.paths[fullPath]?.[method.toLowerCase()];
const operations = (): Json[] => Object.values(document.paths).flatMap((item) => Object.values(item as Json));

beforeAll(async () => {
  document = must(await world.anonymous.get('/openapi.json'), 200);
});

/** Every object in the document, with the keys that lead to it. */
function* walk(value: Json, at: string[] = []): Generator<[Json, string[]]> {
  if (typeof value !== 'object' || value === null) return;
  yield [value, at];
  for (const [key, inner] of Object.entries(value)) yield* walk(inner, [...at, key]);
}

function resolve(reference: string): Json {
  const keys = reference.replace(/^#\//, '').split('/');
  return keys
    .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((value: Json, key) => value?.[key], document);
}

describe('the document', () => {
  it('is OpenAPI 3.1 with a title, a version and the address of the portal', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: 'Gatehouse', version: expect.stringMatching(/./) });
    expect(document.servers).toEqual([{ url: 'http://127.0.0.1:3000' }]);
  });

  it('holds every route and no other', () => {
    const described = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item as Json).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.toSorted()).toEqual(inventory.map(nameOf).toSorted());
    for (const item of Object.values(document.paths))
      expect(METHODS).toEqual(expect.arrayContaining(Object.keys(item as Json)));
  });

  it('names every operation once, for programs and for people', () => {
    const ids: string[] = operations().map(({ operationId }) => operationId);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    for (const id of ids) expect(id).toMatch(/^[a-z][A-Za-z]+$/);
    const tags: string[] = document.tags.map(({ name }: Json) => name);
    for (const one of operations()) {
      expect(one.summary, one.operationId).toMatch(/^[A-Z]/);
      expect(tags).toEqual(expect.arrayContaining(one.tags));
    }
  });

  it('refers only to what is there', () => {
    const references = [...walk(document)].flatMap(([value]) =>
      typeof value.$ref === 'string' ? [value.$ref] : [],
    );
    expect(references.length).toBeGreaterThan(100);
    expect(references.filter((one) => !one.startsWith('#/') || resolve(one) === undefined)).toEqual([]);
  });

  it('gives every part of a path as a parameter, and no parameter twice', () => {
    for (const [path, item] of Object.entries(document.paths)) {
      for (const [method, { parameters = [] }] of Object.entries(item as Json) as [string, Json][]) {
        const parts = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name!);
        const ofPath = parameters.filter((one: Json) => one.in === 'path');
        expect(ofPath.map((one: Json) => one.name).toSorted(), `${method} ${path}`).toEqual(parts.toSorted());
        expect(ofPath.every((one: Json) => one.required === true)).toBe(true);
        const names = parameters.map((one: Json) => `${one.in} ${one.name}`);
        expect(new Set(names).size, `${method} ${path}`).toBe(names.length);
        expect(parameters.every((one: Json) => one.schema)).toBe(true);
      }
    }
  });

  it('uses schemas that say something sound', () => {
    const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];
    let seen = 0;
    for (const [value, at] of walk(document)) {
      const parent = at.at(-1);
      if (parent !== 'schema' && parent !== 'items' && at.at(-2) !== 'properties') continue;
      seen += 1;
      const where = at.join('/');
      for (const type of [value.type ?? []].flat()) expect(types, where).toContain(type);
      if (value.type === 'array') expect(value.items, where).toBeDefined();
      // Words of 3.0 that mean nothing in 3.1.
      for (const word of ['nullable', 'example'])
        if (at.at(-2) !== 'properties') expect(value, where).not.toHaveProperty(word);
      for (const name of value.required ?? [])
        expect(value.properties ?? value.propertyNames?.enum ?? {}, where).toSatisfy((known: Json) =>
          Array.isArray(known) ? known.includes(name) : name in known,
        );
      if (value.pattern) expect(() => new RegExp(value.pattern, 'u'), where).not.toThrow();
    }
    expect(seen).toBeGreaterThan(1000);
  });

  it('says who may call, and how they say who they are', () => {
    const schemes = Object.keys(document.components.securitySchemes);
    for (const route of inventory) {
      const { security } = operationOf(route);
      const named = security.flatMap((one: Json) => Object.keys(one));
      expect(named, nameOf(route)).toEqual(route.access === PUBLIC ? [] : schemes);
    }
  });

  it('describes every answer, a refusal as a problem', () => {
    for (const { operationId, responses } of operations()) {
      const statuses = Object.keys(responses);
      expect(
        statuses.some((status) => /^2\d\d$/.test(status)),
        operationId,
      ).toBe(true);
      for (const [status, answer] of Object.entries(responses) as [string, Json][]) {
        expect(status).toMatch(/^[245]\d\d$/);
        expect(answer.description, operationId).toMatch(/./);
        if (status.startsWith('2')) continue;
        expect(answer.content, `${operationId} ${status}`).toEqual({
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        });
      }
    }
  });

  it('tells what a body may be, and takes none where there is none', () => {
    for (const route of inventory) {
      const { requestBody } = operationOf(route);
      const expected = route.raw?.mediaTypes ?? (route.body ? ['application/json', ...route.bodyTypes] : []);
      expect(Object.keys(requestBody?.content ?? {}), nameOf(route)).toEqual(expected);
    }
  });

  it('is understood by our own reader', async () => {
    const person = await world.person('ada');
    const scanned = must(await person.api.post('/scan', { json: document }), 200);
    expect(scanned.operationCount).toBe(inventory.length);
  });
});

describe('the page', () => {
  it('shows the document with what is served here, and lets nothing else in', async () => {
    const page = await world.anonymous.get('/api/reference');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    const scripts = [...page.text.matchAll(/<script src="([^"]+)"><\/script>/g)].map(([, src]) => src!);
    expect(scripts).toEqual(['/api/reference/viewer.js', '/api/reference/start.js']);
    // No script of the page itself: the policy would not let it run.
    expect(page.text.match(/<script/g)).toHaveLength(scripts.length);
    for (const src of scripts) {
      const script = await world.anonymous.get(src);
      expect(script.status).toBe(200);
      expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    }
  });

  it('brings the viewer as its package does, told not to compile code, and tells it where the document is', async () => {
    const viewer = await world.anonymous.get('/api/reference/viewer.js');
    const packaged = 'node_modules/@scalar/api-reference/dist/browser/standalone.js';
    const [told, ...rest] = viewer.text.split('\n');
    expect(told).toBe('globalThis.__zod_globalConfig={jitless:true};');
    expect(rest.join('\n') === readFileSync(packaged, 'utf8')).toBe(true);
    const start = await world.anonymous.get('/api/reference/start.js');
    expect(start.text).toContain("url: '/api/v1/openapi.json'");
    expect(start.text).toContain('telemetry: false');
  });
});
