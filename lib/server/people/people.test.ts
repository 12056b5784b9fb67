import { describe, expect, it } from 'vitest';
import { openSession } from '../identity/open-session.ts';
import { findActorByEmail, findActorBySession } from '../identity/find-actor.ts';
import { makeContext } from '../make-context.ts';
import { randomSlug, useTestWorld } from '../testing/test-world.ts';
import { changePerson } from './change-person.ts';

const world = useTestWorld();
const address = (prefix = 'person') => `${randomSlug(prefix)}@example.test`;

const actions = async (subject: string) => {
  const { rows } = await world.database.pool.query(
    'SELECT actor, action FROM audit_events WHERE $1 = ANY (subjects) ORDER BY seq',
    [subject],
  );
  return rows;
};

describe('people', () => {
  it('are added by administrators, once for each address', async () => {
    const admin = await world.person('admin', 'admin');
    const mona = await world.person('mona');
    const email = address('Upper');
    const json = { email: email.toUpperCase(), name: 'Ada Lovelace', role: 'security' };
    expect((await mona.api.post('/people', { json })).status).toBe(403);
    const made = await admin.api.post('/people', { json });
    expect(made).toMatchObject({
      status: 201,
      json: {
        email: email.toLowerCase(),
        name: 'Ada Lovelace',
        role: 'security',
        active: true,
        teams: [],
        version: 1,
      },
    });
    const again = await admin.api.post('/people', { json: { email, name: 'Other' } });
    expect(again).toMatchObject({ status: 409, json: { code: 'person.email-taken' } });
    expect(await actions(email.toLowerCase())).toEqual([{ actor: admin.email, action: 'person.added' }]);
  });

  it.each([
    ['no address', { email: 'nobody', name: 'N' }, '/email'],
    ['a blank name', { email: 'a@example.test', name: '  ' }, '/name'],
    ['an unknown role', { email: 'a@example.test', name: 'N', role: 'emperor' }, '/role'],
    ['a field nobody knows', { email: 'a@example.test', name: 'N', active: true }, '/active'],
  ])('are refused with %s', async (_name, json, pointer) => {
    const admin = await world.person('admin', 'admin');
    const answer = await admin.api.post('/people', { json });
    expect(answer).toMatchObject({ status: 422, json: { errors: [{ pointer }] } });
  });

  it('are found by name, role, team and standing, page by page and as a table', async () => {
    const admin = await world.person('admin', 'admin');
    const team = randomSlug('team');
    await admin.api.post('/teams', { json: { slug: team, name: 'Team' } });
    const names = ['=Zoe', 'anna', 'Bert', 'Ännchen', '100%'];
    for (const name of names) {
      const email = address();
      await admin.api.post('/people', { json: { email, name: `${name} ${team}` } });
      await admin.api.put(`/teams/${team}/members/${email}`, { json: { role: 'member' } });
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { json } = await admin.api.get('/people', { query: { team, limit: 2, sort: '-name', cursor } });
      seen.push(...json.items.map((row: { name: string }) => row.name));
      expect(json.total).toBe(5);
      cursor = json.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
    const found = async (query: Record<string, string | string[]>) =>
      (await admin.api.get('/people', { query: { team, ...query } })).json.items.map(
        (row: { name: string }) => row.name.split(' ')[0],
      );
    expect(await found({ q: 'ANNA' })).toEqual(['anna']);
    expect(await found({ q: '0%' })).toEqual(['100%']);
    expect(await found({ role: ['admin', 'security'] })).toEqual([]);
    expect(await found({ active: 'false' })).toEqual([]);
    expect((await admin.api.get('/people', { query: { colour: 'red' } })).status).toBe(422);
    const csv = await admin.api.get('/people', { query: { team }, headers: { accept: 'text/csv' } });
    expect(csv.text.trim().split('\n')).toHaveLength(6);
    expect(csv.text).not.toMatch(/(^|,)=Zoe/m);
    expect(csv.text).toContain(`${team}:member`);
  });

  it('are changed by whoever saw the newest version', async () => {
    const admin = await world.person('admin', 'admin');
    const mona = await world.person('mona');
    const { headers } = await admin.api.get(`/people/${mona.email}`);
    const change = (name: string) =>
      admin.api.patch(`/people/${mona.email}`, {
        json: { name },
        headers: { 'if-match': headers.get('etag')! },
      });
    expect((await change('Two')).status).toBe(200);
    expect((await change('Three')).status).toBe(412);
    expect((await admin.api.get(`/people/${mona.email}`)).json.name).toBe('Two');
    expect((await mona.api.patch(`/people/${mona.email}`, { json: { role: 'admin' } })).status).toBe(403);
    expect((await admin.api.patch(`/people/${address('nobody')}`, { json: { role: 'admin' } })).status).toBe(
      404,
    );
  });
});

describe('a deactivated person', () => {
  it('is out at the next request with token and session, and back after reactivation with a new session', async () => {
    const admin = await world.person('admin', 'admin');
    const mona = await world.person('mona');
    const { db } = world.database;
    const actor = (await findActorByEmail(db, mona.email))!;
    const session = await openSession(makeContext(actor), 'demo');
    expect(await findActorBySession(db, session)).not.toBeNull();
    expect((await admin.api.patch(`/people/${mona.email}`, { json: { active: false } })).json.active).toBe(
      false,
    );
    expect((await mona.api.get('/me')).status).toBe(401);
    await admin.api.patch(`/people/${mona.email}`, { json: { active: true } });
    expect((await mona.api.get('/me')).status).toBe(200);
    expect(await findActorBySession(db, session)).toBeNull();
    expect((await actions(mona.email)).map((row) => row.action)).toEqual([
      'session.opened',
      'person.deactivated',
      'person.reactivated',
    ]);
  });

  it('counts no more among those who may approve', async () => {
    const admin = await world.person('admin', 'admin');
    const mona = await world.person('mona');
    const team = randomSlug('team');
    const api = randomSlug('api');
    await admin.api.post('/teams', { json: { slug: team, name: 'Team' } });
    await admin.api.put(`/teams/${team}/members/${mona.email}`, { json: { role: 'manager' } });
    await mona.api.post('/apis', {
      json: {
        slug: api,
        name: 'API',
        kind: 'rest',
        exposure: 'internal',
        dataClass: 'public',
        criticality: 'low',
        lifecycle: 'production',
        team,
      },
    });
    const codes = async () => {
      const { rows } = await world.database.pool.query(
        `SELECT reason_codes FROM posture JOIN apis a ON a.id = api_id WHERE a.slug = $1 AND environment = 'production'`,
        [api],
      );
      return rows[0].reason_codes as string[];
    };
    expect(await codes()).not.toContain('owner.nobody-eligible');
    await admin.api.patch(`/people/${mona.email}`, { json: { active: false } });
    expect(await codes()).toContain('owner.nobody-eligible');
  });
});

describe('the last administrator', () => {
  it('stays, also when two remove each other at the same moment', async () => {
    const [one, two] = [await world.person('one', 'admin'), await world.person('two', 'admin')];
    await world.database.pool.query(
      `UPDATE people SET role = 'member' WHERE role = 'admin' AND email <> ALL ($1)`,
      [[one.email, two.email]],
    );
    const contexts = await Promise.all(
      [one, two].map(async ({ email }) => makeContext((await findActorByEmail(world.database.db, email))!)),
    );
    const [first, second] = await Promise.allSettled([
      changePerson(contexts[0]!, two.email, { active: false }, null),
      changePerson(contexts[1]!, one.email, { role: 'member' }, null),
    ]);
    expect([first.status, second.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    expect([first, second].find((one) => one.status === 'rejected')?.reason).toMatchObject({
      code: 'person.last-admin',
    });
    const left = first.status === 'fulfilled' ? one : two;
    for (const json of [{ active: false }, { role: 'security' }]) {
      expect(await left.api.patch(`/people/${left.email}`, { json })).toMatchObject({
        status: 409,
        json: { code: 'person.last-admin' },
      });
    }
    expect((await left.api.patch(`/people/${left.email}`, { json: { name: 'Last' } })).status).toBe(200);
  });
});

describe('GET /me', () => {
  it('tells people their teams and service accounts their scopes', async () => {
    const admin = await world.person('admin', 'admin');
    const mona = await world.person('mona');
    const team = randomSlug('team');
    await admin.api.post('/teams', { json: { slug: team, name: 'Team' } });
    await admin.api.put(`/teams/${team}/members/${mona.email}`, { json: { role: 'approver' } });
    expect((await mona.api.get('/me')).json).toEqual({
      kind: 'person',
      email: mona.email,
      name: 'Mona',
      role: 'member',
      teams: [{ slug: team, name: 'Team', role: 'approver' }],
      scopes: [],
    });
    const ci = await world.service('ci', 'gate:read', 'traffic:write');
    expect((await ci.api.get('/me')).json).toMatchObject({
      kind: 'service',
      email: ci.slug,
      role: 'service',
      scopes: ['gate:read', 'traffic:write'],
    });
    expect((await world.anonymous.get('/me')).status).toBe(401);
  });
});
