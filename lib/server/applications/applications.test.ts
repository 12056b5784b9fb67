import { beforeAll, describe, expect, it } from 'vitest';
import { sampleDescription } from '../testing/sample-description.ts';
import {
  HIGH,
  must,
  ownedApi,
  signedReview,
  submittedReview,
  useReviewWorld,
} from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import { randomSlug } from '../testing/test-world.ts';

const world = useReviewWorld();
let org: Organisation;
const marker = randomSlug('kit');
const [shop, depot, empty] = [`${marker}-shop`, `${marker}-depot`, `${marker}-empty`];
let worst: string;

interface Row {
  slug: string;
  name: string;
  team: string | null;
  apiCount: number;
  blockedCount: number;
  risk: { score: number; level: string; worstApi: string } | null;
}

type Query = Record<string, string | number | string[]>;
const list = async (query: Query = {}) =>
  must(await org.auditor.api.get('/applications', { query: { q: marker, ...query } }), 200);
const slugs = ({ items }: { items: Row[] }) => items.map((row) => row.slug);
const rowOf = async (slug: string): Promise<Row> =>
  must(await org.auditor.api.get(`/applications/${slug}`), 200);
const riskOf = async (api: string) => must(await org.auditor.api.get(`/apis/${api}`), 200).risk;

beforeAll(async () => {
  org = await world.organisation();
  for (const json of [
    { slug: shop, name: 'Alpha shop', team: org.a },
    { slug: depot, name: 'beta depot', team: org.b },
    { slug: empty, name: 'Gamma 100%' },
  ]) {
    must(await (json.team === org.b ? org.olga : org.mona).api.post('/applications', { json }), 201);
  }
  await signedReview(org, await ownedApi(org, { application: shop }));
  await submittedReview(org, await ownedApi(org, { application: shop }));
  await submittedReview(org, await ownedApi(org, { application: shop }));
  worst = await ownedApi(org, { application: shop, ...HIGH }, sampleDescription({ isOpen: true }));
  const retired = await ownedApi(org, { application: shop });
  must(await org.mona.api.patch(`/apis/${retired}`, { json: { lifecycle: 'retired' } }), 200);
  await signedReview(org, await ownedApi(org, { application: depot }));
});

describe('an application', () => {
  it('is as risky as its worst API, and names it', async () => {
    const { score, level } = await riskOf(worst);
    const { risk, apis } = must(await org.auditor.api.get(`/applications/${shop}`), 200);
    expect(risk).toEqual({ score, level, worstApi: worst });
    expect(apis.map((api: { slug: string }) => api.slug)[0]).toBe(worst);
    const scores = apis.map((api: { risk: { score: number } }) => api.risk.score);
    expect(scores).toEqual(scores.toSorted((a: number, b: number) => b - a));
    expect(Math.max(...scores)).toBe(score);
  });

  it('has another worst API once the first is moved out of it', async () => {
    const api = await ownedApi(org, { application: depot, ...HIGH });
    const { score, level } = await riskOf(api);
    expect((await rowOf(depot)).risk).toEqual({ score, level, worstApi: api });
    must(await org.mona.api.patch(`/apis/${api}`, { json: { application: null } }), 200);
    const left = (await rowOf(depot)).risk!;
    expect(left.worstApi).not.toBe(api);
    expect(left.score).toBeLessThan(score);
  });

  it('counts all its APIs, and as blocked those that run and that production would not let through', async () => {
    const { apiCount, blockedCount } = await rowOf(shop);
    expect({ apiCount, blockedCount }).toEqual({ apiCount: 5, blockedCount: 3 });
    expect(await rowOf(depot)).toMatchObject({ apiCount: 1, blockedCount: 0 });
    const query = { application: shop, gate: ['awaiting', 'prevented'], lifecycle: 'production' };
    expect(must(await org.auditor.api.get('/apis', { query }), 200).total).toBe(blockedCount);
    const { figures } = must(await org.auditor.api.get('/risk', { query: { application: shop } }), 200);
    const blocked = figures.find((figure: { key: string }) => figure.key === 'blocked');
    expect(blocked.value).toBe(blockedCount);
  });

  it('counts as blocked what waits at a gate that only watches, as every other figure does', async () => {
    const path = '/environments/production';
    must(await org.admin.api.put(path, { json: { name: 'Production', order: 30, gate: 'shadow' } }), 200);
    const api = await ownedApi(org, { application: depot });
    expect((await rowOf(depot)).blockedCount).toBe(1);
    must(await org.mona.api.patch(`/apis/${api}`, { json: { application: null } }), 200);
    expect((await rowOf(depot)).blockedCount).toBe(0);
  });

  it('without APIs has no risk and nothing that is blocked', async () => {
    expect(await rowOf(empty)).toMatchObject({
      apiCount: 0,
      blockedCount: 0,
      risk: null,
      apis: [],
      team: null,
    });
    expect((await org.auditor.api.get(`/applications/${marker}-none`)).status).toBe(404);
  });
});

describe('the list of applications', () => {
  it('says of each what its own page says', async () => {
    const { items, total } = await list();
    expect(total).toBe(3);
    for (const row of items as Row[]) expect(await rowOf(row.slug)).toMatchObject(row);
  });

  it('is narrowed by team and by text that is taken as it is', async () => {
    expect(slugs(await list({ team: org.a }))).toEqual([shop]);
    expect(slugs(await list({ team: [org.a, org.b] }))).toEqual([shop, depot]);
    expect(slugs(await list({ team: org.root }))).toEqual([]);
    expect(slugs(await list({ q: 'BETA dep' }))).toEqual([depot]);
    expect(slugs(await list({ q: '100%' }))).toEqual([empty]);
    expect(slugs(await list({ q: '%' }))).toEqual([empty]);
    expect(slugs(await list({ q: '_' }))).toEqual([]);
    expect((await org.auditor.api.get('/applications', { query: { colour: 'red' } })).status).toBe(422);
  });

  it.each([
    ['name', [shop, depot, empty]],
    ['-name', [empty, depot, shop]],
    ['slug', [depot, empty, shop]],
    ['-slug', [shop, empty, depot]],
    ['risk', [depot, shop, empty]],
    ['-risk', [shop, depot, empty]],
  ])('by %s comes in order, whole or page by page, what has no API last', async (sort, expected) => {
    expect(slugs(await list({ sort }))).toEqual(expected);
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await list({ sort, limit: 1, ...(cursor ? { cursor } : {}) });
      expect(page.total).toBe(3);
      found.push(...slugs(page));
      cursor = page.nextCursor;
    }
    expect(found).toEqual(expected);
  });
});
