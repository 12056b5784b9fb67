import { describe, expect, it } from 'vitest';
import { makeContext } from '../make-context.ts';
import { OPERATOR } from '../system-actor.ts';
import { apiClient } from '../testing/api-client.ts';
import { randomSlug, useTestWorld } from '../testing/test-world.ts';
import { createServiceAccount } from './create-service-account.ts';
import { createToken } from './create-token.ts';

const world = useTestWorld();

describe('tokens', () => {
  it.each(['member', 'auditor', 'security', 'admin'] as const)(
    'of a person with the role %s act for that person',
    async (role) => {
      const person = await world.person('person', role);
      const made = await person.api.post('/tokens', { json: { name: 'script' } });
      expect(made).toMatchObject({
        status: 201,
        json: { name: 'script', owner: person.email, ownerKind: 'person', expiresAt: null },
      });
      const { id, token } = made.json as { id: string; token: string };
      const script = apiClient(token);
      expect((await script.get('/me')).json).toMatchObject({ email: person.email, role });
      const listed = await person.api.get('/tokens');
      expect(listed.json.items.map((row: { id: string }) => row.id)).toContain(id);
      expect(listed.text).not.toContain(token);
      expect((await person.api.delete(`/tokens/${id}`)).status).toBe(204);
      expect((await script.get('/me')).status).toBe(401);
      expect((await person.api.delete(`/tokens/${id}`)).status).toBe(404);
      expect((await person.api.get('/tokens')).text).not.toContain(id);
    },
  );

  it('are known to the database and to the audit log by a keyed hash only', async () => {
    const person = await world.person('person');
    const send = () =>
      person.api.post('/tokens', { json: { name: 'once' }, headers: { 'idempotency-key': 'k' } });
    const first = await send();
    const { token } = first.json as { token: string };
    expect((await send()).text).toBe(first.text);
    for (const table of ['tokens', 'audit_events', 'idempotency_keys']) {
      const { rows } = await world.database.pool.query(`SELECT t::text AS text FROM ${table} t`);
      expect(rows.map((row) => row.text).join('\n')).not.toContain(token.slice(10));
    }
  });

  it('are not there for anybody else but administrators', async () => {
    const owner = await world.person('owner');
    const other = await world.person('other', 'security');
    const admin = await world.person('admin', 'admin');
    const { id } = (await owner.api.post('/tokens', { json: { name: 'own' } })).json as { id: string };
    expect((await other.api.delete(`/tokens/${id}`)).status).toBe(404);
    expect((await other.api.get('/tokens', { query: { all: 'true' } })).status).toBe(403);
    expect((await other.api.get('/tokens')).text).not.toContain(id);
    const all = await admin.api.get('/tokens', { query: { all: 'true', limit: 200 } });
    expect(all.json.items.map((row: { id: string }) => row.id)).toContain(id);
    expect((await admin.api.delete(`/tokens/${id}`)).status).toBe(204);
  });

  it('run out', async () => {
    const person = await world.person('person');
    const past = await person.api.post('/tokens', {
      json: { name: 'past', expiresAt: '2020-01-01T00:00:00Z' },
    });
    expect(past).toMatchObject({ status: 422, json: { errors: [{ pointer: '/expiresAt' }] } });
    const soon = new Date(Date.now() + 60_000).toISOString();
    const { id, token, expiresAt } = (
      await person.api.post('/tokens', { json: { name: 'soon', expiresAt: soon } })
    ).json;
    expect(expiresAt).toBe(soon);
    expect((await apiClient(token).get('/me')).status).toBe(200);
    await world.database.pool.query(
      `UPDATE tokens SET expires_at = now() - interval '1 second' WHERE id = $1`,
      [id],
    );
    expect((await apiClient(token).get('/me')).status).toBe(401);
  });

  it('page by creation, name and owner', async () => {
    const person = await world.person('person');
    for (const name of ['b', 'a', 'c']) await person.api.post('/tokens', { json: { name } });
    const names = async (sort: string) => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const { json } = await person.api.get('/tokens', { query: { sort, limit: 2, cursor } });
        seen.push(...json.items.map((row: { name: string }) => row.name));
        cursor = json.nextCursor ?? undefined;
      } while (cursor);
      return seen;
    };
    expect(await names('createdAt')).toEqual(['test', 'b', 'a', 'c']);
    expect(await names('-createdAt')).toEqual(['c', 'a', 'b', 'test']);
    expect(await names('name')).toEqual(['a', 'b', 'c', 'test']);
  });
});

describe('the operator', () => {
  it('makes tokens for people who are there', async () => {
    const person = await world.person('person');
    const admin = await world.person('admin', 'admin');
    const input = { owner: person.email, name: 'first', expiresAt: null };
    const { id, token } = await createToken(makeContext(OPERATOR), input);
    expect((await apiClient(token).get('/me')).json.email).toBe(person.email);
    const events = await admin.api.get('/audit', { query: { actor: 'operator', subject: id } });
    expect(events.json.items).toMatchObject([
      { action: 'token.created', actorKind: 'operator', subjects: [id, person.email] },
    ]);
    await admin.api.patch(`/people/${person.email}`, { json: { active: false } });
    await expect(createToken(makeContext(OPERATOR), input)).rejects.toMatchObject({
      code: 'person.inactive',
    });
    await expect(
      createToken(makeContext(OPERATOR), { ...input, owner: 'nobody@example.test' }),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('makes service accounts, never one that the log could take for somebody else', async () => {
    const slug = randomSlug('ci');
    const { token } = await createServiceAccount(makeContext(OPERATOR), { slug, scopes: ['gate:read'] });
    expect((await apiClient(token).get('/me')).json).toMatchObject({ email: slug, scopes: ['gate:read'] });
    const again = (name: string) =>
      createServiceAccount(makeContext(OPERATOR), { slug: name, scopes: ['gate:read'] });
    await expect(again(slug)).rejects.toMatchObject({ code: 'service-account.slug-taken' });
    for (const name of ['operator', 'system'])
      await expect(again(name)).rejects.toMatchObject({ code: 'service-account.reserved' });
  });
});
