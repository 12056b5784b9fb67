import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, ownedApi, useReviewWorld } from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import { sampleDescription } from '../testing/sample-description.ts';
import { startTestPortal } from '../testing/test-portal.ts';
import type { TestPortal } from '../testing/test-portal.ts';

// Bodies as they come over the wire: YAML, too large, in the wrong encoding, cut short.

const world = useReviewWorld();
let org: Organisation;
let portal: TestPortal;
let api: string;
let token: string;

beforeAll(async () => {
  org = await world.organisation();
  portal = await startTestPortal();
  api = await ownedApi(org);
  token = must(await org.dev.api.post('/tokens', { json: { name: 'wire' } }), 201).token;
});
afterAll(() => portal.stop());

const MEGABYTE = 1024 * 1024;

interface Sent {
  type?: string;
  headers?: Record<string, string>;
}

async function post(path: string, body: BodyInit, { type = 'application/json', headers = {} }: Sent = {}) {
  const answer = await fetch(`${portal.url}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': type, ...headers },
    body,
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  });
  return { status: answer.status, type: answer.headers.get('content-type'), json: await answer.json() };
}

const YAML = `openapi: 3.0.3
info: &info
  title: Shelf catalogue
  version: "1.0.0"
x-about: *info
paths:
  /shelves:
    get:
      responses:
        200: { description: Fine }
        '404': { description: No such shelf }
`;
const AS_JSON = JSON.stringify({
  paths: {
    '/shelves': {
      get: { responses: { 404: { description: 'No such shelf' }, 200: { description: 'Fine' } } },
    },
  },
  info: { version: '1.0.0', title: 'Shelf catalogue' },
  'x-about': { title: 'Shelf catalogue', version: '1.0.0' },
  openapi: '3.0.3',
});

describe('a description in YAML', () => {
  it.each([
    'application/yaml',
    'text/yaml; charset=utf-8',
    'application/x-yaml',
    'Text/X-YAML',
    'application/vnd.oai.openapi',
  ])('is taken as %s, and says the same as its JSON', async (type) => {
    const text = `# as ${type}\n${YAML}`;
    const yaml = await post(`/apis/${api}/revisions`, text, { type });
    expect(yaml).toMatchObject({
      status: 201,
      json: { format: 'openapi-3.0', title: 'Shelf catalogue', operationCount: 1, isNew: true },
    });
    const json = await post(`/apis/${api}/revisions`, AS_JSON);
    expect([200, 201]).toContain(json.status);
    expect(yaml.json.materialDigest).toBe(json.json.materialDigest);
    expect(yaml.json.digest).not.toBe(json.json.digest);
    const raw = await org.dev.api.get(`/apis/${api}/revisions/${yaml.json.id}`, { query: { raw: 1 } });
    expect(raw.text).toBe(text);
    const places = async (id: string) =>
      must(await org.dev.api.get(`/apis/${api}/revisions/${id}/occurrences`), 200).items.map(
        ({ rule, pointer }: { rule: string; pointer: string }) => `${rule} ${pointer}`,
      );
    expect(await places(yaml.json.id)).toEqual(await places(json.json.id));
    expect((await places(yaml.json.id)).length).toBeGreaterThan(0);
  });
});

describe('a body above the limit', () => {
  const expectTooLarge = ({ status, type, json }: Awaited<ReturnType<typeof post>>, limit: number) => {
    expect({ status, type }).toEqual({ status: 413, type: 'application/problem+json' });
    expect(json).toMatchObject({ status: 413, code: 'too-large', limit });
  };
  const ofSize = (bytes: number) => JSON.stringify({ name: 'x'.repeat(bytes - 11) });
  /** Without a length in the head: only counting shows how much there is. */
  const streamed = (megabytes: number) => {
    let left = megabytes;
    return new ReadableStream<Uint8Array>({
      pull: (to) => (left-- > 0 ? to.enqueue(new Uint8Array(MEGABYTE).fill(32)) : to.close()),
    });
  };

  it('is refused at the first byte too many', async () => {
    expect(ofSize(MEGABYTE)).toHaveLength(MEGABYTE);
    expect((await post('/tokens', ofSize(MEGABYTE))).status).toBe(422);
    expectTooLarge(await post('/tokens', ofSize(MEGABYTE + 1)), MEGABYTE);
  });

  it('is refused without a length, too', async () => {
    expectTooLarge(await post('/tokens', streamed(2)), MEGABYTE);
  });

  it('is 64 MB for a description, wherever one is taken', async () => {
    const limit = 64 * MEGABYTE;
    for (const path of [`/apis/${api}/revisions`, '/scan'])
      expectTooLarge(await post(path, new Uint8Array(limit + 1).fill(32)), limit);
  });
});

describe('a body that comes in gzip and says so', () => {
  const packed = { headers: { 'content-encoding': 'gzip' } };

  it('is the description that it was before, and no larger than one may be', async () => {
    const [plain, unpacked] = [
      await post('/scan', sampleDescription()),
      await post('/scan', gzipSync(sampleDescription()), packed),
    ];
    expect(unpacked).toMatchObject({ status: 200, json: { digest: plain.json.digest } });
    const bomb = gzipSync(new Uint8Array(65 * MEGABYTE).fill(32));
    expect(bomb.byteLength).toBeLessThan(MEGABYTE);
    expect(await post('/scan', bomb, packed)).toMatchObject({ status: 413, json: { code: 'too-large' } });
  });
});

describe('a body that cannot be read', () => {
  const text = sampleDescription();
  const latin1 = Buffer.from(text.replace('Shelf', 'Étagère'), 'latin1');
  const CASES: [string, BodyInit, Sent, number, string][] = [
    ['in Latin-1 unannounced', latin1, {}, 422, 'description.encoding'],
    ['in UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le'), {}, 422, 'description.encoding'],
    ['compressed unannounced', gzipSync(text), {}, 415, 'content-encoding'],
    ['cut short', text.slice(0, 100), {}, 422, 'description.malformed'],
    ['of nothing', ' ', {}, 422, 'description.empty'],
    ['with a NUL byte', text.replace('Shelf', 'Sh\0elf'), {}, 422, 'description.nul'],
    ['as a picture', text, { type: 'image/png' }, 415, 'media-type'],
    ['without a type', text, { type: '' }, 415, 'media-type'],
    ['as YAML that is none', 'a: [1, 2\nb: 3', { type: 'application/yaml' }, 422, 'description.malformed'],
  ];
  it.each(CASES)('%s is refused precisely as a description', async (_what, body, sent, status, code) => {
    for (const path of [`/apis/${api}/revisions`, '/scan']) {
      const { json, ...answer } = await post(path, body, sent);
      expect({ ...answer, code: json.code, detail: json.detail }).toMatchObject({
        status,
        type: 'application/problem+json',
        code,
      });
    }
  });

  it.each<[string, BodyInit, Sent, number]>([
    ['in Latin-1', Buffer.from('{"name":"Étagère"}', 'latin1'), {}, 400],
    ['cut short', '{"name":', {}, 400],
    ['of nothing', '', {}, 400],
    ['as a form', 'name=x', { type: 'application/x-www-form-urlencoded' }, 415],
    ['with NUL in a text', String.raw`{"name":"a\u0000b"}`, {}, 422],
    ['with half a character', String.raw`{"name":"\ud800"}`, {}, 422],
    ['that is a list', '[]', {}, 422],
  ])('%s is refused precisely as JSON', async (_what, body, sent, status) => {
    const answer = await post('/tokens', body, sent);
    expect(answer).toMatchObject({ status, type: 'application/problem+json', json: { status } });
  });
});
