import { beforeAll, describe, expect, it } from 'vitest';
import { must, useReviewWorld } from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import { randomSlug } from '../testing/test-world.ts';
import type { TestPerson } from '../testing/test-world.ts';

const world = useReviewWorld();
let org: Organisation;
// A word that begins with a digit would be found where a number is looked for.
const marker = randomSlug('shop').replace('-', '-x');
const application = randomSlug('app');

interface Row {
  slug: string;
  name: string;
  kind: string;
  exposure: string;
  dataClass: string;
  criticality: string;
  tier: string;
  lifecycle: string;
  ownership: string;
  gate: string;
  risk: { score: number; level: string };
  signOff: { state: string; validUntil: string | null };
  owner: { teamName: string | null };
  updatedAt: string;
}

const KINDS = ['rest', 'graphql', 'grpc'];
const EXPOSURES = ['internal', 'partner', 'public'];
const DATA_CLASSES = ['public', 'internal', 'confidential', 'restricted'];
const CRITICALITIES = ['low', 'medium', 'high'];
const LIFECYCLES = ['design', 'development', 'production', 'deprecated', 'retired'];
const COUNT = 24;

beforeAll(async () => {
  org = await world.organisation();
  must(await org.mona.api.post('/applications', { json: { slug: application, name: 'Shop' } }), 201);
  for (let at = 0; at < COUNT; at += 1) {
    const json = {
      slug: `${marker}-${at}`,
      // Equal names, and names that differ in case only, come in a fixed order all the same.
      name: ['Orders', 'orders', 'Payments / v2', 'api.example.com', 'Ärger & Söhne'][at % 5],
      kind: KINDS[at % 3],
      exposure: EXPOSURES[at % 3],
      dataClass: DATA_CLASSES[at % 4],
      criticality: CRITICALITIES[(at >> 1) % 3],
      lifecycle: LIFECYCLES[at % 5],
      description: `${marker} number ${at}`,
      tags: [`tag-${at % 2}`],
      team: [org.a, org.b, undefined][at % 3],
      application: at % 2 ? application : undefined,
    };
    const who = at % 3 === 1 ? org.oscar : org.mona;
    must(await who.api.post('/apis', { json }), 201);
  }
  // All at the same instant: only the key orders them.
  await world.database.pool.query(`UPDATE apis SET updated_at = '2026-01-01' WHERE slug LIKE $1`, [
    `${marker}%`,
  ]);
  await world.database.pool.query(
    `UPDATE apis SET owner_confirmed_at = now() - interval '200 days' WHERE slug IN ($1, $2)`,
    [`${marker}-0`, `${marker}-3`],
  );
});

type Query = Record<string, string | number | string[]>;
const list = async (query: Query = {}) =>
  must(await org.dev.api.get('/apis', { query: { q: marker, limit: 200, ...query } }), 200);
const slugs = (items: Row[]) => items.map((row) => row.slug);

async function pages(query: Query, limit: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await list({ ...query, limit, ...(cursor ? { cursor } : {}) });
    rows.push(...page.items);
    if (page.nextCursor === null) return rows;
    expect(page.items).toHaveLength(limit);
    cursor = page.nextCursor;
  }
}

const FACETS = [
  'kind',
  'exposure',
  'dataClass',
  'criticality',
  'tier',
  'lifecycle',
  'ownership',
  'gate',
] as const;

describe('filters', () => {
  it.each([
    { kind: 'rest' },
    { kind: ['rest', 'grpc'], tier: 'high' },
    { exposure: 'public', dataClass: ['restricted', 'confidential'] },
    { criticality: 'high', lifecycle: ['production', 'retired'] },
    { ownership: ['stale', 'offered'], gate: 'prevented' },
    { tier: 'critical', riskLevel: ['critical', 'high'], signOff: 'missing' },
    { ownership: 'owned', kind: 'graphql', lifecycle: 'design' },
  ] as Query[])(
    '%j leave what they say, and facets count what each other choice would leave',
    async (query) => {
      const all: Row[] = (await list()).items;
      expect(all).toHaveLength(COUNT);
      const valueOf = (row: Row, name: string) =>
        name === 'signOff'
          ? row.signOff.state
          : name === 'riskLevel'
            ? row.risk.level
            : row[name as (typeof FACETS)[number]];
      const fits = (row: Row, except?: string) =>
        Object.entries(query).every(
          ([name, wanted]) => name === except || [wanted].flat().includes(valueOf(row, name)),
        );
      const answer = await list(query);
      expect(slugs(answer.items)).toEqual(slugs(all.filter((row) => fits(row))));
      expect(answer.total).toBe(answer.items.length);
      for (const name of [...FACETS, 'signOff', 'riskLevel']) {
        const counts = new Map<string, number>();
        for (const row of all.filter((one) => fits(one, name)))
          counts.set(valueOf(row, name), (counts.get(valueOf(row, name)) ?? 0) + 1);
        expect(
          new Map(answer.facets[name].map((one: { value: string; count: number }) => [one.value, one.count])),
        ).toEqual(counts);
      }
    },
  );

  it('by team, its subtree, application, tag, risk and ownership', async () => {
    const all: Row[] = (await list()).items;
    expect((await list({ team: org.a })).total).toBe(8);
    expect((await list({ team: [org.a, org.b] })).total).toBe(16);
    expect((await list({ team: org.root })).total).toBe(0);
    expect((await list({ team: org.root, subtree: 'true' })).total).toBe(16);
    expect((await list({ offeredTo: org.b })).total).toBe(8);
    expect((await list({ application })).total).toBe(12);
    expect((await list({ tag: ['tag-1', 'tag-7'] })).total).toBe(12);
    expect((await list({ owner: 'me' })).total).toBe(8);
    const mine = async (person: TestPerson) =>
      must(await person.api.get('/apis', { query: { q: marker, owner: 'me' } }), 200).total;
    expect(await mine(org.paul), 'who manages the team above both').toBe(16);
    expect(await mine(org.oscar)).toBe(8);
    expect(await mine(org.nina)).toBe(0);
    expect((await list({ ownership: 'stale' })).items.map((row: Row) => row.slug).toSorted()).toEqual([
      `${marker}-0`,
      `${marker}-3`,
    ]);
    const scores = all.map((row) => row.risk.score).toSorted((a, b) => a - b);
    const [low, high] = [scores[3]!, scores.at(-4)!];
    const between = all.filter((row) => row.risk.score >= low && row.risk.score <= high);
    expect((await list({ riskMin: low, riskMax: high })).total).toBe(between.length);
  });

  it.each([
    'limit=0',
    'limit=201',
    'limit=abc',
    'sort=colour',
    'tier=purple',
    'colour=blue',
    'riskMin=-1',
    'cursor=abc',
    'subtree=maybe',
    'q=',
  ])('%s is refused and not guessed at', async (search) => {
    const [name, value] = search.split('=');
    const answer = await org.dev.api.get('/apis', { query: { [name!]: value! } });
    expect(answer).toMatchObject({ status: 422, json: { code: expect.any(String) } });
    expect(answer.json.errors[0].pointer.split('/')[1]).toBe(name);
  });
});

describe('the search', () => {
  it.each([
    ['orders', 10],
    ['ORD', 10],
    ['payments/v2', 5],
    ['v2', 5],
    ['example.com', 5],
    ['com', 5],
    ['söhne', 4],
    ['number 7', 1],
    ['7 number', 1],
    ['orders payments', 0],
    ['%', 0],
    ["'); DROP TABLE apis; --", 0],
    [':* & |', 0],
  ])('finds %j in names, slugs and descriptions', async (q, count) => {
    expect((await list({ q: `${marker} ${q}` })).total).toBe(q === '%' || q === ':* & |' ? COUNT : count);
    if (!/[a-z0-9]/i.test(q)) expect((await list({ q })).total).toBe(0);
  });

  it('finds a slug as it is written, and by its parts', async () => {
    expect(slugs((await list({ q: `${marker}-11` })).items)).toEqual([`${marker}-11`]);
    expect((await list({ q: marker.split('-')[1]! })).total).toBe(COUNT);
  });
});

describe('orders and pages', () => {
  const by: Record<string, (row: Row) => string | number> = {
    name: (row) => row.name.toLowerCase(),
    slug: (row) => row.slug,
    risk: (row) => row.risk.score,
    tier: (row) => ['low', 'medium', 'high', 'critical'].indexOf(row.tier),
    updatedAt: (row) => row.updatedAt,
    createdAt: () => 0,
    signOffValidUntil: (row) => row.signOff.validUntil ?? 'never',
    owner: (row) => row.owner.teamName?.toLowerCase() ?? '~',
  };

  it.each(Object.keys(by).flatMap((sort) => [sort, `-${sort}`]))(
    '%s pages without a gap or a double',
    async (sort) => {
      const whole: Row[] = (await list({ sort })).items;
      for (const limit of [1, 5, 7]) expect(slugs(await pages({ sort }, limit))).toEqual(slugs(whole));
      if (/name|owner/.test(sort)) return;
      const values = whole.map(by[sort.replace('-', '')]!);
      const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(values).toEqual(sort.startsWith('-') ? sorted.toReversed() : sorted);
    },
  );

  it.each(['owner', '-owner'])('%s puts what has no owner last', async (sort) => {
    const names = (await list({ sort })).items.map((row: Row) => row.owner.teamName);
    expect(names.slice(-8)).toEqual(Array.from({ length: 8 }, () => null));
    expect(names.slice(0, 16)).not.toContain(null);
  });

  it('go on where they were while rows come and go', async () => {
    const [gone, late] = [`${marker}-15-gone`, `${marker}-00`];
    must(await org.mona.api.post('/apis', { json: newApi(gone) }), 201);
    const before = slugs((await list({ sort: 'slug' })).items);
    const first = await list({ sort: 'slug', limit: 5 });
    expect(slugs(first.items)).not.toContain(gone);
    must(await org.mona.api.post('/apis', { json: newApi(late) }), 201);
    must(await org.mona.api.delete(`/apis/${gone}`), 204);
    const rest = await list({ sort: 'slug', cursor: first.nextCursor });
    expect([...slugs(first.items), ...slugs(rest.items)]).toEqual(before.filter((slug) => slug !== gone));
    must(await org.mona.api.delete(`/apis/${late}`), 204);
  });

  it('refuse a cursor of another order, of another key, and one that was altered', async () => {
    const { nextCursor } = await list({ sort: 'name', limit: 1 });
    const altered = `${nextCursor.slice(0, -2)}AA`;
    for (const query of [
      { sort: 'slug', cursor: nextCursor },
      { sort: 'name', cursor: altered },
      { sort: 'name', cursor: 'WyJuYW1lIiwiJyIsIiciXQ' },
    ]) {
      const answer = await org.dev.api.get('/apis', { query });
      expect(answer).toMatchObject({ status: 422, json: { code: 'cursor' } });
    }
  });
});

const newApi = (slug: string) => ({
  slug,
  name: slug,
  kind: 'rest',
  exposure: 'internal',
  dataClass: 'public',
  criticality: 'low',
  lifecycle: 'design',
  description: marker,
});

it('leaves as CSV, all of it, with no cell that starts a formula', async () => {
  const slug = randomSlug('sheet');
  must(
    await org.mona.api.post('/apis', {
      json: { ...newApi(slug), name: '=HYPERLINK("http://evil")', description: `${slug} @SUM(A1)` },
    }),
    201,
  );
  const answer = await org.dev.api.get('/apis', {
    query: { q: marker, limit: 1 },
    headers: { accept: 'text/csv' },
  });
  expect(answer.text.trim().split('\n')).toHaveLength(COUNT + 1);
  const row = (
    await org.dev.api.get('/apis', { query: { q: slug }, headers: { accept: 'text/csv' } })
  ).text.split('\n')[1]!;
  expect(row).toContain(`"'=HYPERLINK(""http://evil"")"`);
  must(await org.mona.api.delete(`/apis/${slug}`), 204);
});
