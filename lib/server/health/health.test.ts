import { afterEach, describe, expect, it } from 'vitest';
import { connect } from '#db/client.ts';
import { enterPhase } from '#lib/lifecycle.ts';
import { useConnection } from '../database.ts';
import { PEER_HEADER } from '../peer.ts';
import type { ApiAnswer } from '../testing/api-client.ts';
import { useTestWorld } from '../testing/test-world.ts';

const world = useTestWorld();
const away = connect('postgres://nobody@127.0.0.1:1/none', { max: 1 });

afterEach(() => {
  useConnection(world.database);
  enterPhase('starting');
});

function expectAway(answer: ApiAnswer, retryAfter: string) {
  expect({ status: answer.status, text: answer.text }).toMatchObject({ status: 503 });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.headers.get('retry-after')).toBe(retryAfter);
  expect(answer.json).toMatchObject({ status: 503, code: 'unavailable', requestId: expect.any(String) });
}

describe('/healthz', () => {
  it('answers as long as the process does, whatever the database does', async () => {
    const expected = { status: 200, json: { status: 'ok' } };
    expect(await world.anonymous.get('/healthz')).toMatchObject(expected);
    useConnection(away);
    enterPhase('draining');
    expect(await world.anonymous.get('/healthz')).toMatchObject(expected);
  });
});

describe('/readyz', () => {
  it('is ready with a database that has every migration, and never kept by anybody', async () => {
    const answer = await world.anonymous.get('/readyz');
    expect(answer).toMatchObject({
      status: 200,
      json: { status: 'ready', database: 'ok', migrations: 'ok' },
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('is not while the database is away, as every other address, and is again once it is back', async () => {
    const ada = await world.person('ada');
    useConnection(away);
    expectAway(await world.anonymous.get('/readyz'), '2');
    expectAway(await ada.api.get('/apis'), '2');
    expectAway(await ada.api.post('/gate', { json: { api: 'any', environment: 'production' } }), '2');
    useConnection(world.database);
    expect((await world.anonymous.get('/readyz')).status).toBe(200);
  });

  it('is not as long as a migration is missing, and names it', async () => {
    const { pool, ownerUrl } = world.database;
    const { rows } = await pool.query<{ name: string }>(
      'SELECT name FROM gatehouse_migrations ORDER BY name DESC',
    );
    const newest = rows[0]!.name;
    const owner = connect(ownerUrl, { max: 1, asApplication: false });
    await owner.pool.query('UPDATE gatehouse_migrations SET name = $2 WHERE name = $1', [newest, 'away']);
    const answer = await world.anonymous.get('/readyz');
    await owner.pool.query('UPDATE gatehouse_migrations SET name = $1 WHERE name = $2', [newest, 'away']);
    await owner.close();
    expectAway(answer, '5');
    expect(answer.json.detail).toBe(`Migrations are missing: ${newest}.`);
  });

  it('is not while the process is being stopped', async () => {
    enterPhase('draining');
    expectAway(await world.anonymous.get('/readyz'), '2');
  });
});

describe('/metrics', () => {
  const from = (address: string, headers: Record<string, string> = {}) => ({
    headers: { [PEER_HEADER]: address, ...headers },
  });

  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('are for this machine (%s)', async (address) => {
    const answer = await world.anonymous.get('/metrics', from(address));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it.each(['192.0.2.1', 'forwarded', '127.0.0.1.example.com', ''])(
    'are refused to %j without a token, or with a wrong one',
    async (address) => {
      expect((await world.anonymous.get('/metrics', from(address))).status).toBe(401);
      const wrong = { authorization: 'Bearer gh_0000000000000000000000000000' };
      expect((await world.anonymous.get('/metrics', from(address, wrong))).status).toBe(401);
    },
  );

  it('are for whoever has a token, wherever from', async () => {
    const { api } = await world.service('prometheus', 'gate:read');
    expect((await api.get('/metrics', from('192.0.2.1'))).status).toBe(200);
  });

  it('count what was answered, by the template of its address', async () => {
    const ada = await world.person('ada');
    const line =
      /^gatehouse_http_requests_total\{route="\/api\/v1\/apis\/\{slug\}",method="GET",status="404"\} (\d+)$/m;
    const count = async () =>
      Number(line.exec((await world.anonymous.get('/metrics', from('::1'))).text)?.[1] ?? 0);
    const before = await count();
    await ada.api.get('/apis/one-that-is-not-there');
    await ada.api.get('/apis/another');
    expect(await count()).toBe(before + 2);
    const { text } = await world.anonymous.get('/metrics', from('::1'));
    expect(text).not.toContain('one-that-is-not-there');
    for (const name of [
      'gatehouse_http_request_seconds_bucket',
      'gatehouse_database_waiting',
      'gatehouse_process_cpu_seconds_total',
    ])
      expect(text).toContain(name);
  });
});
