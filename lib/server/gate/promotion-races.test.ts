import { describe, expect, it } from 'vitest';
import { metrics } from '../http/metrics.ts';
import { must, ownedApi, signedReview, useReviewWorld } from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import { randomSlug } from '../testing/test-world.ts';

const world = useReviewWorld();

const INCIDENT = { reason: 'Customers cannot pay', incidentUrl: 'https://incidents.example/7' };

const decisionsOf = async (org: Organisation, api: string) =>
  must(await org.auditor.api.get('/decisions', { query: { api } }), 200).items;

const counted = async (outcome: string): Promise<number> =>
  (await metrics.decisions.get()).values.find(
    ({ labels }) => labels.environment === 'production' && labels.outcome === outcome,
  )?.value ?? 0;

/** Changes the API's facts while the request, which has looked at them, waits for the API; then lets it go on. */
async function meanwhile<Answer>(
  api: string,
  request: () => Promise<Answer>,
  change: (query: (text: string, values: unknown[]) => Promise<unknown>) => Promise<unknown>,
): Promise<Answer> {
  const { pool } = world.database;
  const holder = await pool.connect();
  try {
    await holder.query('BEGIN');
    await holder.query('SELECT FROM apis WHERE slug = $1 FOR NO KEY UPDATE', [api]);
    const { rows } = await holder.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const answer = request();
    const waiting = 'SELECT FROM pg_locks WHERE NOT granted AND $1 = ANY (pg_blocking_pids(pid))';
    const countWaiting = async () => (await pool.query(waiting, [rows[0]!.pid])).rowCount;
    await expect.poll(countWaiting, { timeout: 5000, interval: 10 }).toBe(1);
    await change((text, values) => holder.query(text, values));
    await holder.query('COMMIT');
    return await answer;
  } finally {
    await holder.query('ROLLBACK');
    holder.release();
  }
}

const promote = (org: Organisation, api: string, headers: Record<string, string> = {}) =>
  org.dev.api.post('/promotions', { json: { api, environment: 'production' }, headers });

describe('a promotion while a fact changes', () => {
  it('that became allowed is recorded as that, once, and happens', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const before = await counted('allowed');
    const answer = await meanwhile(
      api,
      () => promote(org, api),
      (query) =>
        query(
          `INSERT INTO emergencies (id, api_id, team_id, environment, reason, incident_url, opened_by, opened_at, expires_at)
          SELECT gen_random_uuid(), id, owner_team_id, 'production', $2, $3, $4, now() - interval '1 minute', now() + interval '1 hour'
          FROM apis WHERE slug = $1`,
          [api, INCIDENT.reason, INCIDENT.incidentUrl, org.anna.email],
        ),
    );
    const promoted = must(answer, 201);
    expect(await decisionsOf(org, api)).toMatchObject([
      { id: promoted.decisionId, outcome: 'allowed', promoted: true },
    ]);
    expect(await counted('allowed')).toBe(before + 1);
    must(await promote(org, api), 409);
  });

  it('that became blocked is answered with the decision that is kept, and its key stays free', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    await signedReview(org, api);
    const headers = { 'idempotency-key': randomSlug('key') };
    const before = await counted('prevented');
    const setLifecycle = `UPDATE apis SET lifecycle = $2 WHERE slug = $1`;
    const answer = await meanwhile(
      api,
      () => promote(org, api, headers),
      (query) => query(setLifecycle, [api, 'retired']),
    );
    expect(answer).toMatchObject({
      status: 409,
      json: { code: 'promotion.blocked', outcome: 'prevented', reasons: [{ code: 'lifecycle.retired' }] },
    });
    expect(await decisionsOf(org, api)).toMatchObject([
      { id: answer.json.decisionId, outcome: 'prevented', promoted: false },
    ]);
    expect(await counted('prevented')).toBe(before + 1);
    await world.database.pool.query(setLifecycle, [api, 'production']);
    must(await promote(org, api, headers), 201);
  });

  it('by somebody who lost the right to it is refused, and nothing is recorded', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    await signedReview(org, api);
    const answer = await meanwhile(
      api,
      () => promote(org, api),
      (query) =>
        query(`UPDATE apis SET owner_team_id = (SELECT id FROM teams WHERE slug = $2) WHERE slug = $1`, [
          api,
          org.b,
        ]),
    );
    expect(answer.status).toBe(403);
    expect(await decisionsOf(org, api)).toEqual([]);
  });
});

describe('emergency access', () => {
  it('is taken after its API, as whoever reviews it does, so that neither waits for the other', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const json = { api, environment: 'production' };
    const { id } = must(await org.anna.api.post('/emergencies', { json: { ...json, ...INCIDENT } }), 201);
    const answer = await meanwhile(
      api,
      () => org.dev.api.post('/gate', { json }),
      (query) => query('SELECT FROM emergencies WHERE id = $1 FOR UPDATE NOWAIT', [id]),
    );
    expect(must(answer, 200)).toMatchObject({ outcome: 'allowed', reasons: expect.any(Array) });
  });

  it('lets one of many at once through, and tells the others that it is used', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const json = { api, environment: 'production' };
    must(await org.anna.api.post('/emergencies', { json: { ...json, ...INCIDENT } }), 201);
    const answers = await Promise.all(Array.from({ length: 8 }, () => org.dev.api.post('/gate', { json })));
    const outcomes = Map.groupBy(answers, (answer) => must(answer, 200).outcome);
    expect(outcomes.get('allowed')).toHaveLength(1);
    expect(outcomes.get('prevented')).toHaveLength(7);
    expect(await decisionsOf(org, api)).toHaveLength(8);
  });
});
