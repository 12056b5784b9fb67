import { describe, expect, it } from 'vitest';
import { must, ownedApi, upload, useReviewWorld } from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import { sampleDescription } from '../testing/sample-description.ts';

const world = useReviewWorld();

async function twoRevisions(
  org: Organisation,
  resource = 'shelves',
): Promise<{ api: string; open: string; clean: string }> {
  const api = await ownedApi(org, {}, sampleDescription({ isOpen: true }));
  await upload(org.dev, api, sampleDescription({ resource }));
  const { items } = must(await org.auditor.api.get(`/apis/${api}/revisions`), 200);
  return { api, clean: items[0].id, open: items[1].id };
}

describe('two revisions', () => {
  it('say what the one has that the other has not', async () => {
    const org = await world.organisation();
    const { api, open, clean } = await twoRevisions(org);
    const found = async (which: string, notIn?: string) => {
      const query = notIn ? { notIn } : {};
      const { items, total } = must(
        await org.auditor.api.get(`/apis/${api}/revisions/${which}/findings`, { query }),
        200,
      );
      expect(items.length).toBe(total);
      return items.map(({ fingerprint }: { fingerprint: string }) => fingerprint) as string[];
    };
    const [before, after] = [await found(open), await found(clean)];
    const gone = before.filter((one) => !after.includes(one));
    expect(gone.length).toBeGreaterThan(0);
    expect(await found(open, clean)).toEqual(gone);
    expect(await found(clean, open)).toEqual(after.filter((one) => !before.includes(one)));
    expect(await found(open, open)).toEqual([]);
    const unknown = await org.auditor.api.get(`/apis/${api}/revisions/${open}/findings`, {
      query: { notIn: 'elsewhere' },
    });
    expect(unknown.status).toBe(404);
  });

  it('differ in as many changes as are asked for, and say how many there are', async () => {
    const org = await world.organisation();
    const { api, open, clean } = await twoRevisions(org, 'racks');
    const diff = async (more: Record<string, number>) =>
      must(
        await org.auditor.api.get(`/apis/${api}/diff`, { query: { from: open, to: clean, ...more } }),
        200,
      );
    const whole = await diff({});
    const groups = ['breaking', 'security', 'other'] as const;
    for (const group of groups) expect(whole.counts[group]).toBe(whole[group].length);
    expect(Math.max(...Object.values<number>(whole.counts))).toBeGreaterThan(1);
    const some = await diff({ most: 1 });
    expect(some.counts).toEqual(whole.counts);
    expect(some.kinds).toEqual(whole.kinds);
    for (const group of groups)
      expect(
        some.kinds[group].flatMap(({ kind, count }: { kind: string; count: number }) =>
          Array.from({ length: count }, () => kind),
        ),
      ).toEqual(whole[group].map(({ kind }: { kind: string }) => kind));
    for (const group of groups) expect(some[group]).toEqual(whole[group].slice(0, 1));
  });
});

describe('a finding', () => {
  it('is mended by a program in OpenAPI alone', async () => {
    const org = await world.organisation();
    const mendable = async (body: string, type: string) => {
      const api = await ownedApi(org);
      must(await org.dev.api.post(`/apis/${api}/revisions`, { body, type }), 201);
      const { items } = must(await org.auditor.api.get('/findings', { query: { api } }), 200);
      const lists = items.find(({ rule }: { rule: string }) => rule === 'api4-unbounded-lists');
      const single = must(await org.auditor.api.get(`/findings/${lists.id}`), 200);
      return [lists.isMendable, single.isMendable];
    };
    const schema = 'type Query { orders: [String] }';
    expect(await mendable(schema, 'application/graphql')).toEqual([false, false]);
    const list = { '200': { content: { 'application/json': { schema: { type: 'array', items: {} } } } } };
    const document = {
      openapi: '3.0.3',
      info: { title: 'Orders', version: '1' },
      paths: { '/orders': { get: { responses: list } } },
    };
    expect(await mendable(JSON.stringify(document), 'application/json')).toEqual([true, true]);
  });
});

describe('the places of a finding', () => {
  it('say what is missing at each, where several rules have one cause', async () => {
    const org = await world.organisation();
    const unlimited = JSON.parse(sampleDescription()) as { paths: Record<string, Record<string, unknown>> };
    unlimited.paths['/shelves']!.get = {
      ...(unlimited.paths['/shelves']!.get as object),
      parameters: [
        { name: 'label', in: 'query', schema: { type: 'string' } },
        { name: 'rows', in: 'query', schema: { type: 'array', items: { type: 'boolean' } } },
      ],
    };
    const api = await ownedApi(org, {}, JSON.stringify(unlimited));
    const { items } = must(
      await org.auditor.api.get('/findings', { query: { api, rule: 'api4-no-limits' } }),
      200,
    );
    const { revision, pointers } = items[0] as { revision: string; pointers: string[] };
    const at = '/paths/~1shelves/get/parameters/0/schema';
    expect(pointers).toContain(at);
    const path = `/apis/${api}/revisions/${revision}/occurrences`;
    const one = must(await org.auditor.api.get(path, { query: { pointer: at } }), 200);
    expect(one.items).toContainEqual(
      expect.objectContaining({
        rule: 'api4-string-limit',
        cause: 'api4-no-limits',
        pointer: at,
        title: 'A string has no maximum length',
      }),
    );
    expect(one.total).toBe(one.items.length);
    expect(new Set(one.items.map(({ pointer }: { pointer: string }) => pointer))).toEqual(new Set([at]));
    const all = must(await org.auditor.api.get(path), 200);
    expect(all.total).toBeGreaterThan(one.total);
    expect(all.items).toContainEqual(expect.objectContaining({ title: 'An array has no maximum length' }));
  });
});
