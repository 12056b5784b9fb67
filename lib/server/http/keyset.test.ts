import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { must, ownedApi, upload, useReviewWorld } from '../testing/review-world.ts';
import { sampleDescription } from '../testing/sample-description.ts';
import type { TestPerson } from '../testing/test-world.ts';
import { countRows } from './keyset.ts';

const world = useReviewWorld();

/** Every row, one a page. */
async function paged(person: TestPerson, path: string, sort: string): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (let cursor: string | undefined; ;) {
    const query = { sort, limit: 1, ...(cursor ? { cursor } : {}) };
    const { items, total, nextCursor } = must(await person.api.get(path, { query }), 200);
    rows.push(...items);
    if (nextCursor === null) {
      expect(total).toBe(rows.length);
      return rows;
    }
    expect(items).toHaveLength(1);
    cursor = nextCursor;
  }
}

describe('a list in pages', () => {
  it.each(['position of operations', 'severity of findings'])('has every row once by %s', async (what) => {
    const [sort, of] = what.split(' of ') as [string, string];
    const org = await world.organisation();
    const api = await ownedApi(org);
    const { id } = await upload(org.dev, api, sampleDescription({ isOpen: true }));
    const path = `/apis/${api}/revisions/${id}/${of}`;
    const whole = must(await org.auditor.api.get(path, { query: { limit: 200 } }), 200).items;
    expect(whole.length).toBeGreaterThan(1);
    expect(await paged(org.auditor, path, sort)).toEqual(whole);
  });

  it('runs either way', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    await upload(org.dev, api, sampleDescription({ isOpen: true }));
    await upload(org.dev, api, sampleDescription({ description: 'Third' }));
    const path = `/apis/${api}/revisions`;
    const numbers = async (sort: string) =>
      (await paged(org.auditor, path, sort)).map((row) => (row as { number: number }).number);
    expect(await numbers('number')).toEqual([1, 2, 3]);
    expect(await numbers('-number')).toEqual([3, 2, 1]);
  });
});

describe('the count beside a page', () => {
  it('is not asked for when a list is exported', async () => {
    const { db } = world.database;
    const from = sql`nowhere`;
    expect(await countRows(db, { isExport: true }, from)).toBe(0);
    await expect(countRows(db, {}, sql`generate_series(1, 3)`)).resolves.toBe(3);
    await expect(countRows(db, {}, from)).rejects.toMatchObject({
      cause: { code: '42P01' },
    });
  });
});
