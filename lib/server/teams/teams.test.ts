import { describe, expect, it } from 'vitest';
import { randomSlug, useTestWorld } from '../testing/test-world.ts';

const world = useTestWorld();

describe('the team tree', () => {
  it('is made by administrators at the top and by managers below theirs', async () => {
    const admin = await world.person('admin', 'admin');
    const mona = await world.person('mona');
    const root = randomSlug('root');
    expect((await mona.api.post('/teams', { json: { slug: root, name: 'Root' } })).status).toBe(403);
    expect((await admin.api.post('/teams', { json: { slug: root, name: 'Root' } })).status).toBe(201);
    await admin.api.put(`/teams/${root}/members/${mona.email}`, { json: { role: 'manager' } });
    const child = randomSlug('child');
    const made = await mona.api.post('/teams', { json: { slug: child, name: 'Child', parent: root } });
    expect(made).toMatchObject({ status: 201, json: { parent: root, path: [root, child] } });
    const audit = await world.database.pool.query(
      'SELECT actor, action FROM audit_events WHERE $1 = ANY (subjects)',
      [child],
    );
    expect(audit.rows).toEqual([{ actor: mona.email, action: 'team.created' }]);
  });

  it('moves with everything below it, and never below itself', async () => {
    const admin = await world.person('admin', 'admin');
    const [a, b, c] = [randomSlug('a'), randomSlug('b'), randomSlug('c')];
    await admin.api.post('/teams', { json: { slug: a, name: 'A' } });
    await admin.api.post('/teams', { json: { slug: b, name: 'B', parent: a } });
    await admin.api.post('/teams', { json: { slug: c, name: 'C', parent: b } });
    expect((await admin.api.patch(`/teams/${a}`, { json: { parent: c } })).json.code).toBe('team.cycle');
    expect((await admin.api.patch(`/teams/${b}`, { json: { parent: null } })).status).toBe(200);
    expect((await admin.api.get(`/teams/${c}`)).json.path).toEqual([b, c]);
  });

  it('refuses a write that saw an older version', async () => {
    const admin = await world.person('admin', 'admin');
    const slug = randomSlug('team');
    const { headers } = await admin.api.post('/teams', { json: { slug, name: 'One' } });
    const change = (name: string) =>
      admin.api.patch(`/teams/${slug}`, { json: { name }, headers: { 'if-match': headers.get('etag')! } });
    expect((await change('Two')).status).toBe(200);
    expect((await change('Three')).status).toBe(412);
    expect((await admin.api.get(`/teams/${slug}`)).json.name).toBe('Two');
  });

  it('pages without gaps and exports everything', async () => {
    const admin = await world.person('admin', 'admin');
    const parent = randomSlug('parent');
    await admin.api.post('/teams', { json: { slug: parent, name: 'Parent' } });
    for (let at = 0; at < 7; at += 1)
      await admin.api.post('/teams', { json: { slug: randomSlug('leaf'), name: `=Leaf ${at}`, parent } });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = (await admin.api.get('/teams', { query: { parent, limit: 3, sort: '-name', cursor } }))
        .json;
      seen.push(...page.items.map((row: { name: string }) => row.name));
      expect(page.total).toBe(7);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((at) => `=Leaf ${at}`));
    const csv = await admin.api.get('/teams', {
      query: { parent, limit: 3 },
      headers: { accept: 'text/csv' },
    });
    expect(csv.text.trim().split('\n')).toHaveLength(8);
    expect(csv.text).not.toMatch(/(^|,)=Leaf/m);
  });

  it('answers a repeated key with the first answer and one effect', async () => {
    const admin = await world.person('admin', 'admin');
    const json = { slug: randomSlug('once'), name: 'Once' };
    const send = (body: object) =>
      admin.api.post('/teams', { json: body, headers: { 'idempotency-key': json.slug } });
    const first = await send(json);
    const second = await send(json);
    expect(second.status).toBe(201);
    expect(second.text).toBe(first.text);
    expect((await send({ ...json, name: 'Other' })).status).toBe(422);
  });
});
