import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { INSIDE, allow, useInsideWorld } from '../testing/inside-world.ts';
import { must, ownedApi, useReviewWorld } from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import { sampleDescription } from '../testing/sample-description.ts';

// Descriptions fetched over a real socket, through the guard, by who asks over the interface.

const world = useReviewWorld();
/** On every address of this machine but that of the host below: whoever reaches it got inside. */
const inside = useInsideWorld();
const HOST = '127.0.0.2';

let org: Organisation;
let api: string;
let host: Server;
let origin: string;
let asked: string[] = [];
let answer: RequestListener;

beforeAll(async () => {
  org = await world.organisation();
  host = createServer((request, response) => {
    asked.push(request.url!);
    answer(request, response);
  });
  await new Promise<void>((done) => host.listen(0, HOST, done));
  origin = `http://${HOST}:${(host.address() as AddressInfo).port}`;
});
afterAll(() => {
  allow('');
  host.closeAllConnections();
  host.close();
});
beforeEach(async () => {
  allow(HOST);
  asked = [];
  api = await ownedApi(org);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const sends = (text: string, type?: string): RequestListener => {
  return (_request, response) => response.writeHead(200, type ? { 'content-type': type } : {}).end(text);
};
const importFrom = (url: string, person = org.dev) =>
  person.api.post(`/apis/${api}/revisions/import`, { json: { url } });
const count = async () => must(await org.dev.api.get(`/apis/${api}/revisions`), 200).total;

async function expectRefused(url: string, code: string) {
  const refused = await importFrom(url);
  expect({ status: refused.status, text: refused.text }).toMatchObject({ status: 422 });
  expect(refused.json).toMatchObject({ code, errors: [{ pointer: '/url', detail: refused.json.detail }] });
  expect(await count()).toBe(1);
  return refused.json.detail as string;
}

describe('a description at an address', () => {
  it('is kept as an upload that says where it came from, without what opens the address', async () => {
    const text = sampleDescription({ extra: true });
    answer = sends(text, 'application/json');
    const made = must(await importFrom(`${origin}/v2/openapi.json?signature=canary`), 201);
    expect(asked).toEqual(['/v2/openapi.json?signature=canary']);
    expect(made).toMatchObject({
      isNew: true,
      number: 2,
      operationCount: 3,
      importedFrom: `${origin}/v2/openapi.json`,
      uploadedBy: org.dev.email,
      scan: { state: 'done' },
    });
    const raw = await org.dev.api.get(`/apis/${api}/revisions/${made.id}`, { query: { raw: 1 } });
    expect(raw.text).toBe(text);
    const events = must(await org.dev.api.get('/audit', { query: { subject: made.id } }), 200);
    expect(events.items[0]).toMatchObject({
      action: 'revision.uploaded',
      data: { importedFrom: `${origin}/v2/openapi.json` },
    });
    expect(JSON.stringify(events)).not.toContain('canary');
    expect(must(await importFrom(`${origin}/v2/openapi.json`), 200)).toMatchObject({
      id: made.id,
      isNew: false,
    });
  });

  const YAML =
    'openapi: 3.1.0\ninfo: {title: Shelves, version: "2"}\npaths: {/shelves: {get: {responses: {"200": {description: Fine}}}}}\n';
  it.each([
    ['application/json', '/a', sampleDescription({ resource: 'boxes' }), 'openapi-3.0'],
    [
      'application/vnd.oai.openapi+json;version=3.0',
      '/a',
      sampleDescription({ resource: 'racks' }),
      'openapi-3.0',
    ],
    ['Application/YAML; charset=utf-8', '/a', YAML, 'openapi-3.1'],
    ['text/plain', '/openapi.yaml', YAML, 'openapi-3.1'],
    ['application/octet-stream', '/openapi.JSON', sampleDescription({ resource: 'crates' }), 'openapi-3.0'],
    ['text/plain', '/raw', sampleDescription({ resource: 'bins' }), 'openapi-3.0'],
    [undefined, '/raw', YAML, 'openapi-3.1'],
    ['text/plain', '/schema.graphql', 'type Query { shelves: [String!]! }', 'graphql'],
    [
      'text/plain',
      '/shelves.proto',
      'syntax = "proto3"; service Shelves { rpc Get (A) returns (A); } message A {}',
      'protobuf',
    ],
  ])('served as %s at %s is read', async (type, path, text, format) => {
    answer = sends(text, type);
    expect(must(await importFrom(origin + path), 201)).toMatchObject({ format });
  });

  it.each([
    ['a page', 'text/html', '<!doctype html><title>Sign in</title><p>Who are you?</p>'],
    ['nothing', 'application/json', ''],
    ['half of it', 'application/json', sampleDescription().slice(0, 200)],
    ['other JSON', 'application/json', '{"message":"moved"}'],
    ['the same key twice', 'application/yaml', `${YAML}info: {title: Other, version: "1"}\n`],
  ])('that is %s is refused as it would be as an upload', async (_what, type, text) => {
    answer = sends(text, type);
    const refused = await importFrom(`${origin}/openapi`);
    expect([400, 415, 422]).toContain(refused.status);
    expect(refused.json.code).not.toBe('internal');
    expect(await count()).toBe(1);
  });
});

describe('what is inside', () => {
  const INSIDE_ADDRESSES = [
    'http://127.0.0.1:PORT/',
    'http://localhost:PORT/',
    'http://[::1]:PORT/',
    'http://2130706433:PORT/',
    'http://0x7f.1:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
  ];
  const addressed = (address: string) => address.replace('PORT', String(inside.port));

  it.each(INSIDE_ADDRESSES)('is not reached at %s', async (address) => {
    expect(await expectRefused(addressed(address), INSIDE)).toContain('GATEHOUSE_ALLOWED_NETWORKS');
    expect(inside.connections).toBe(0);
  });

  it.each(INSIDE_ADDRESSES)('is not reached by being sent to %s', async (address) => {
    answer = (_request, response) => response.writeHead(302, { location: addressed(address) }).end();
    await expectRefused(`${origin}/openapi.json`, INSIDE);
    expect(asked).toEqual(['/openapi.json']);
    expect(inside.connections).toBe(0);
  });

  it('is every address of this machine unless the operator lists it', async () => {
    allow('');
    answer = sends(sampleDescription({ extra: true }));
    await expectRefused(`${origin}/openapi.json`, INSIDE);
    expect(asked).toEqual([]);
  });

  it.each(['file:///etc/passwd', 'ftp://example.com/openapi.json', 'gopher://127.0.0.1/'])(
    'is not read at %s either',
    async (address) => {
      expect((await importFrom(address)).status).toBe(422);
      expect(await count()).toBe(1);
    },
  );

  it('sees nothing of a description that refers to it', async () => {
    const text = sampleDescription({ extra: true }).replace(
      '"properties":',
      `"allOf":[{"$ref":"http://127.0.0.1:${inside.port}/schema.json#/Shelf"}],"properties":`,
    );
    answer = sends(text, 'application/json');
    must(await importFrom(`${origin}/openapi.json`), 201);
    expect(asked).toEqual(['/openapi.json']);
    expect(inside.connections).toBe(0);
  });
});

describe('a host that does not play along', () => {
  it('is followed to where it sends, and its last address is kept', async () => {
    answer = (request, response) => {
      if (request.url === '/latest') response.writeHead(308, { location: '/v3/openapi.json' }).end();
      else sends(sampleDescription({ extra: true }))(request, response);
    };
    expect(must(await importFrom(`${origin}/latest`), 201).importedFrom).toBe(`${origin}/v3/openapi.json`);
  });

  it('is not followed for ever', async () => {
    answer = (_request, response) => response.writeHead(302, { location: '/again' }).end();
    await expectRefused(`${origin}/again`, 'import.redirects');
    expect(asked).toHaveLength(4);
  });

  it('is cut off above the size of a description', async () => {
    let sent = 0;
    answer = (_request, response) => {
      const part = Buffer.alloc(1024 * 1024, ' ');
      const more = () => response.write(part, (error) => error ?? ((sent += 1), setImmediate(more)));
      more();
    };
    expect(await expectRefused(`${origin}/huge.json`, 'import.too-large')).toContain('67,108,864 bytes');
    expect(sent).toBeGreaterThan(60);
  });

  it.each([
    ['never answers', () => {}],
    ['never ends', (_request, response) => void response.write('{')],
  ] as [string, RequestListener][])('is given up when it %s', async (_what, listener) => {
    answer = listener;
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    const limits = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout(150));
    expect(await expectRefused(`${origin}/slow.json`, 'import.unreachable')).toMatch(
      /did not answer in time/,
    );
    expect(limits.mock.calls).toEqual([[20_000]]);
  });

  it.each([401, 404, 500])('is quoted when it answers %i', async (status) => {
    answer = (_request, response) => response.writeHead(status).end('inner words');
    const detail = await expectRefused(`${origin}/openapi.json`, 'import.status');
    expect(detail).toMatch(new RegExp(`answered ${status}\\.$`));
  });
});

it.each(['olga', 'nina', 'auditor'] as const)(
  'nothing is fetched for %s, who may not upload',
  async (name) => {
    answer = sends(sampleDescription({ extra: true }));
    expect((await importFrom(`${origin}/openapi.json`, org[name])).status).toBe(403);
    expect(asked).toEqual([]);
  },
);
