import { describe, expect, it } from 'vitest';
import { randomSlug, useTestWorld } from '../testing/test-world.ts';
import { readLog } from './read-log.ts';

const world = useTestWorld();

async function makeTeams(count: number) {
  const admin = await world.person('admin', 'admin');
  const slugs = Array.from({ length: count }, () => randomSlug('team'));
  for (const slug of slugs) await admin.api.post('/teams', { json: { slug, name: 'Team' } });
  return { admin, slugs };
}

describe('GET /audit', () => {
  it('shows who changed what, the newest first, to everybody', async () => {
    const { admin, slugs } = await makeTeams(2);
    await admin.api.patch(`/teams/${slugs[0]}`, { json: { name: 'Renamed' } });
    const reader = await world.person('reader', 'auditor');
    const { json } = await reader.api.get('/audit', { query: { subject: slugs } });
    expect(json.total).toBe(3);
    expect(json.items.map((event: { action: string }) => event.action)).toEqual([
      'team.changed',
      'team.created',
      'team.created',
    ]);
    expect(json.items[0]).toMatchObject({
      actor: admin.email,
      actorKind: 'person',
      subjects: [slugs[0]],
      data: { before: { name: 'Team' }, after: { name: 'Renamed' } },
    });
    expect(json.items[0].requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('filters by actor, action and time; a filter repeats for or', async () => {
    const { admin, slugs } = await makeTeams(1);
    const other = await world.person('other');
    await admin.api.put(`/teams/${slugs[0]}/members/${other.email}`, { json: { role: 'member' } });
    const total = async (query: Record<string, string | string[]>) =>
      (await admin.api.get('/audit', { query: { actor: admin.email, ...query } })).json.total;
    expect(await total({})).toBe(2);
    expect(await total({ actor: [admin.email.toUpperCase(), 'nobody'] })).toBe(2);
    expect(await total({ action: 'team.created' })).toBe(1);
    expect(await total({ action: ['team.created', 'team.member-added'] })).toBe(2);
    expect(await total({ subject: other.email })).toBe(1);
    const [today, yesterday] = [new Date(), new Date(Date.now() - 86_400_000)].map((at) => at.toISOString());
    expect(await total({ from: yesterday!, to: today!.slice(0, 10) })).toBe(2);
    expect(await total({ to: yesterday! })).toBe(0);
    expect(await total({ from: new Date(Date.now() + 60_000).toISOString() })).toBe(0);
    for (const query of [{ from: 'yesterday' }, { actor: '' }, { colour: 'red' }, { sort: 'actor' }]) {
      expect((await admin.api.get('/audit', { query })).status).toBe(422);
    }
  });

  it('pages without gaps in both directions and exports everything as a table', async () => {
    const { admin } = await makeTeams(5);
    for (const sort of ['seq', '-seq']) {
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const { json } = await admin.api.get('/audit', {
          query: { actor: admin.email, sort, limit: 2, cursor },
        });
        seen.push(...json.items.map((event: { seq: number }) => event.seq));
        cursor = json.nextCursor ?? undefined;
      } while (cursor);
      expect(seen).toHaveLength(5);
      expect(seen).toEqual(seen.toSorted((a, b) => (sort === 'seq' ? a - b : b - a)));
    }
    const csv = await admin.api.get('/audit', {
      query: { actor: admin.email },
      headers: { accept: 'text/csv' },
    });
    expect(csv.text.trim().split('\n')).toHaveLength(6);
  });
});

describe('GET /audit/export', () => {
  it('streams the exact lines in order', async () => {
    const { admin, slugs } = await makeTeams(3);
    const answer = await admin.api.get('/audit/export');
    expect(answer.headers.get('content-type')).toMatch(/^application\/x-ndjson/);
    expect(answer.text.endsWith('\n')).toBe(true);
    const lines = answer.text.trimEnd().split('\n');
    const stored: string[] = [];
    for await (const batch of readLog(world.database.db)) stored.push(...batch);
    expect(lines).toEqual(stored);
    const events = lines.map((line) => JSON.parse(line));
    expect(events.map((event) => event.seq)).toEqual(
      events.map((event) => event.seq).toSorted((a, b) => a - b),
    );
    for (const slug of slugs) expect(events.filter((event) => event.subjects.includes(slug))).toHaveLength(1);
    expect((await admin.api.get('/audit/export', { query: { to: '2020-01-01' } })).text).toBe('');
  });

  it('goes on over many batches', async () => {
    await world.database.pool.query(`
      INSERT INTO audit_events (at, actor, actor_kind, action, subjects, event)
      SELECT now(), 'many', 'system', 'test.many', ARRAY['many'], '{"at":"x","n":' || n || '}' FROM generate_series(1, 4500) n`);
    const auditor = await world.person('auditor', 'auditor');
    const { text } = await auditor.api.get('/audit/export');
    const numbers = text.split('\n').flatMap((line) => /"n":(\d+)/.exec(line)?.slice(1).map(Number) ?? []);
    expect(numbers).toEqual(Array.from({ length: 4500 }, (_, at) => at + 1));
  });
});
