import { applyPatch } from 'rfc6902';
import { describe, expect, it } from 'vitest';
import { must, ownedApi, upload, useReviewWorld } from '../testing/review-world.ts';

const world = useReviewWorld();

const FAULTY = {
  openapi: '3.0.3',
  info: { title: 'Orders', version: '1.0.0' },
  servers: [{ url: 'http://orders.example.com' }],
  paths: {
    '/orders': {
      post: {
        requestBody: {
          content: {
            'application/json': { schema: { type: 'object', properties: { note: { type: 'string' } } } },
          },
        },
        responses: { 201: { description: 'made' } },
      },
    },
  },
};

describe('the score of a revision', () => {
  it('can be worked out from what is said about it', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const { id, scan } = await upload(org.dev, api, JSON.stringify(FAULTY));
    const said = must(await org.auditor.api.get(`/apis/${api}/revisions/${id}/score`), 200);
    expect(said).toMatchObject({ score: scan.score, grade: scan.grade, ruleSet: scan.ruleSet });
    const sums: Record<string, number> = {};
    for (const { category, weight, count, denominator, title } of said.terms) {
      sums[category] = (sums[category] ?? 0) + weight * Math.min(1, count / denominator);
      expect(title).toMatch(/^[A-Z]/);
    }
    let mean = 0;
    let worst = 100;
    for (const { category, weight, points } of said.categories) {
      const expected = 100 - (100 * Math.atan((sums[category] ?? 0) / 40)) / (Math.PI / 2);
      expect(points).toBeCloseTo(expected, 6);
      mean += (expected * weight) / 100;
      worst = Math.min(worst, expected);
    }
    expect(Math.round((mean + worst) / 2)).toBe(scan.score);
  });
});

describe('a fix', () => {
  it('of a revision is a patch that leads to the score it promises, and a file for tools', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const faulty = await upload(org.dev, api, JSON.stringify(FAULTY));
    const path = `/apis/${api}/revisions/${faulty.id}/fix`;
    const fix = must(await org.auditor.api.get(path), 200);
    expect(fix.before).toMatchObject({ score: faulty.scan.score, grade: faulty.scan.grade });
    expect(fix.mended).toContainEqual(expect.objectContaining({ rule: 'api2-write-open', places: 1 }));
    expect(fix.mended).toContainEqual(expect.objectContaining({ rule: 'api4-string-limit', places: 1 }));

    expect(fix.steps).toBe(fix.patch.length);
    const beginning = must(await org.auditor.api.get(path, { query: { steps: 1 } }), 200);
    expect(beginning).toEqual({ ...fix, patch: fix.patch.slice(0, 1) });
    expect((await org.auditor.api.get(path, { query: { steps: 20_001 } })).status).toBe(422);

    const mended = structuredClone(FAULTY);
    expect(applyPatch(mended, fix.patch).filter(Boolean)).toEqual([]);
    const better = await upload(org.dev, api, JSON.stringify(mended));
    expect(better.scan).toMatchObject(fix.after);
    expect(better.scan.score).toBeGreaterThan(faulty.scan.score);
    const rest = must(await org.auditor.api.get(`/apis/${api}/revisions/${better.id}/fix`), 200);
    expect(rest).toMatchObject({ patch: [], mended: [], isComplete: true });

    const file = await org.auditor.api.get(path, { query: { patch: 1, rule: 'api8-plain-http-server' } });
    expect(file.headers.get('content-type')).toBe('application/json-patch+json');
    expect(file.headers.get('content-disposition')).toMatch(/attachment; filename="api-.*-2\.patch\.json"/);
    expect(JSON.parse(file.text)).toEqual([
      { op: 'replace', path: '/servers/0/url', value: 'https://orders.example.com' },
    ]);
  });

  it('comes with a scan that asks for it, in YAML too, and only for the rules that are named', async () => {
    const org = await world.organisation();
    const yaml = [
      'openapi: 3.0.3',
      'info: { title: Orders, version: "1" }',
      'servers: [{ url: "http://orders.example.com" }]',
      'paths: {}',
    ].join('\n');
    const scan = (query: Record<string, string | number>) =>
      org.dev.api.post('/scan', { body: yaml, type: 'application/yaml', query });
    expect(must(await scan({}), 200)).not.toHaveProperty('fix');
    expect(must(await scan({ fix: 1 }), 200).fix.patch).toEqual([
      { op: 'replace', path: '/servers/0/url', value: 'https://orders.example.com' },
    ]);
    expect(must(await scan({ fix: 1, rule: 'api4-no-limits' }), 200).fix.patch).toEqual([]);
    expect((await scan({ fix: 'perhaps' })).status).toBe(422);
  });

  it('of what nobody knows is 404', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    expect((await org.dev.api.get(`/apis/${api}/revisions/none/fix`)).status).toBe(404);
    expect((await org.dev.api.get('/apis/none-such/revisions/none/fix')).status).toBe(404);
  });
});
