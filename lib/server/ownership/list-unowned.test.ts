import { describe, expect, it } from 'vitest';
import { LOW, must, ownedApi, useReviewWorld } from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import { randomSlug } from '../testing/test-world.ts';

const world = useReviewWorld();

interface Row {
  api: string;
  kind: string;
  team: string | null;
  inbox: string | null;
}

async function unowned(org: Organisation, query: Record<string, string | number | string[]> = {}) {
  return must(await org.auditor.api.get('/ownership/unowned', { query }), 200);
}

async function rowOf(org: Organisation, api: string): Promise<Row | undefined> {
  return (await unowned(org, { q: api })).items.find((row: Row) => row.api === api);
}

async function offered(org: Organisation, team: string): Promise<string> {
  const slug = randomSlug('api');
  const json = { slug, name: slug, kind: 'rest', lifecycle: 'production', ...LOW };
  must(await org.nina.api.post('/apis', { json }), 201);
  must(await org.nina.api.post(`/apis/${slug}/ownership`, { json: { team } }), 200);
  return slug;
}

describe('what nobody answers for', () => {
  it('is kept apart by kind, each in the inbox of who could mend it', async () => {
    const org = await world.organisation();
    const alone = randomSlug('alone');
    must(
      await org.nina.api.post('/apis', {
        json: { slug: alone, name: alone, kind: 'rest', lifecycle: 'design', ...LOW },
      }),
      201,
    );
    const waiting = await offered(org, org.a);
    const fine = await ownedApi(org);
    const stale = await ownedApi(org);
    await world.database.pool.query(
      `UPDATE apis SET owner_confirmed_at = now() - interval '181 days' WHERE slug = $1`,
      [stale],
    );
    expect(await rowOf(org, alone)).toMatchObject({ kind: 'no-team', team: null, inbox: null });
    expect(await rowOf(org, waiting)).toMatchObject({ kind: 'offered', team: org.a, inbox: org.a });
    expect(await rowOf(org, stale)).toMatchObject({ kind: 'stale', team: org.a, inbox: org.a });
    expect(await rowOf(org, fine)).toBeUndefined();
  });

  it('walks up the tree when a team has nobody left', async () => {
    const org = await world.organisation();
    const empty = randomSlug('empty');
    must(await org.mona.api.post('/teams', { json: { slug: empty, name: 'Empty', parent: org.a } }), 201);
    const waiting = await offered(org, empty);
    const owned = await offered(org, empty);
    must(await org.mona.api.post(`/apis/${owned}/ownership/accept`, { json: {} }), 200);
    expect(await rowOf(org, waiting)).toMatchObject({ kind: 'offered', team: empty, inbox: org.a });
    // Mona, Anna and Alex of the parent team can act for it.
    expect(await rowOf(org, owned)).toBeUndefined();

    must(await org.admin.api.patch(`/people/${org.mona.email}`, { json: { active: false } }), 200);
    expect(await rowOf(org, waiting)).toMatchObject({ inbox: org.root });
    expect(await rowOf(org, owned)).toBeUndefined();
    for (const { email } of [org.anna, org.alex])
      must(await org.admin.api.delete(`/teams/${org.a}/members/${email}`), 204);
    expect(await rowOf(org, owned)).toBeUndefined();
    must(await org.admin.api.patch(`/people/${org.paul.email}`, { json: { role: 'auditor' } }), 200);
    expect(await rowOf(org, owned)).toMatchObject({ kind: 'nobody-eligible', team: empty, inbox: null });
    expect(must(await org.admin.api.get('/apis', { query: { q: owned } }), 200).items[0].slug).toBe(owned);
  });

  it('holds what has an owner that never confirmed it, as the list of APIs says', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    expect(await rowOf(org, api)).toBeUndefined();
    await world.database.pool.query('UPDATE apis SET owner_confirmed_at = NULL WHERE slug = $1', [api]);
    expect(await rowOf(org, api)).toMatchObject({ kind: 'stale', team: org.a });
    expect(must(await org.auditor.api.get('/apis', { query: { q: api } }), 200).items[0].ownership).toBe(
      'stale',
    );
  });

  it('does not hold what is retired', async () => {
    const org = await world.organisation();
    const waiting = await offered(org, org.a);
    must(await org.nina.api.patch(`/apis/${waiting}`, { json: { lifecycle: 'retired' } }), 200);
    expect(await rowOf(org, waiting)).toBeUndefined();
  });

  it('is filtered by inbox and kind, counted by kind, and paged in every order', async () => {
    const org = await world.organisation();
    const mine = [await offered(org, org.a), await offered(org, org.a), await offered(org, org.a)];
    await offered(org, org.b);
    const inbox = { inbox: org.a };
    expect(await unowned(org, inbox)).toMatchObject({
      total: 3,
      counts: { offered: 3, stale: 0, 'no-team': 0 },
    });
    expect(await unowned(org, { ...inbox, kind: 'stale' })).toMatchObject({
      total: 0,
      items: [],
      counts: { offered: 3 },
    });
    expect((await unowned(org, { ...inbox, kind: ['stale', 'offered', 'offered'] })).total).toBe(3);
    for (const sort of ['risk', '-risk', 'name', '-name', 'since', '-since']) {
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page = await unowned(org, { ...inbox, sort, limit: 1, ...(cursor ? { cursor } : {}) });
        seen.push(...page.items.map((row: Row) => row.api));
        cursor = page.nextCursor;
      }
      expect(seen.toSorted()).toEqual(mine.toSorted());
      const whole = (await unowned(org, { ...inbox, sort })).items.map((row: Row) => row.api);
      expect(seen).toEqual(whole);
    }
  });

  it('leaves as CSV', async () => {
    const org = await world.organisation();
    const api = await offered(org, org.a);
    const { text, headers } = await org.auditor.api.get('/ownership/unowned', {
      query: { inbox: org.a },
      headers: { accept: 'text/csv' },
    });
    expect(headers.get('content-type')).toContain('text/csv');
    expect(text).toContain(`${api},${api},offered,${org.a},${org.a},`);
    expect(text).toContain(org.nina.email);
  });
});
