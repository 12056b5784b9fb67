import { beforeAll, describe, expect, it } from 'vitest';
import { sampleDescription } from '../testing/sample-description.ts';
import { HIGH, answerAll, must, ownedApi, requestReview, useReviewWorld } from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import type { ApiClient } from '../testing/api-client.ts';
import { randomSlug } from '../testing/test-world.ts';

const world = useReviewWorld();

interface Change {
  client: ApiClient;
  method: 'post' | 'put' | 'patch' | 'delete';
  path: string;
  json?: unknown;
  body?: string;
}

/** Every row of every table but the history's, and the queue of what is to follow. */
async function everything(): Promise<Record<string, string>> {
  const { rows: tables } = await world.database.pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' OR (schemaname = 'jobs' AND tablename LIKE 'job%') ORDER BY 1`,
  );
  const state: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await world.database.pool.query(
      `SELECT md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS sum FROM ${name} t`,
    );
    state[name] = rows[0].sum;
  }
  return state;
}

const ownerSays = async (statement: string) => {
  const client = await world.database.pool.connect();
  try {
    await client.query(`SET ROLE NONE`);
    await client.query(statement);
  } finally {
    client.release(true);
  }
};

let org: Organisation;
let changes: Record<string, Change>;
beforeAll(async () => {
  await ownerSays(`CREATE FUNCTION refuse_events() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'no event can be written'; END $$`);
  await ownerSays(
    `CREATE TRIGGER refuse_events BEFORE INSERT ON audit_events EXECUTE FUNCTION refuse_events()`,
  );
  await ownerSays('ALTER TABLE audit_events DISABLE TRIGGER refuse_events');
  org = await world.organisation();
  const { dev, mona, anna, sam, admin } = org;
  const slug = randomSlug;
  const api = await ownedApi(org, HIGH, sampleDescription({ isOpen: true }));
  const finding = must(await dev.api.get('/findings', { query: { api } }), 200).items[0].id;
  const quiet = await ownedApi(org);
  const review = await requestReview(dev, quiet);
  await answerAll(dev, review);
  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const here = { api, environment: 'production' };
  const change = (client: ApiClient, method: Change['method'], path: string, json?: unknown) => ({
    client,
    method,
    path,
    json,
  });
  changes = {
    'a team': change(admin.api, 'post', '/teams', { slug: slug('t'), name: 'Team' }),
    'a membership': change(mona.api, 'put', `/teams/${org.a}/members/${org.dora.email}`, {
      role: 'approver',
    }),
    'a person': change(admin.api, 'patch', `/people/${org.nina.email}`, { active: false }),
    'an API': change(mona.api, 'post', '/apis', {
      slug: slug('a'),
      name: 'A',
      kind: 'rest',
      lifecycle: 'production',
      ...HIGH,
    }),
    'a new description': {
      ...change(dev.api, 'post', `/apis/${api}/revisions`),
      body: sampleDescription({ isOpen: true, extra: true }),
    },
    'a description that is brought back': {
      ...change(dev.api, 'post', `/apis/${api}/revisions`),
      body: sampleDescription({ isOpen: true }),
    },
    'a judgement': change(sam.api, 'patch', `/findings/${finding}`, {
      state: 'false-positive',
      reason: 'Looked at it',
    }),
    'an exception': change(dev.api, 'post', '/exceptions', {
      api,
      target: { finding },
      reason: 'A mend is on its way',
      expiresAt: inAWeek,
    }),
    'a request for a review': change(dev.api, 'post', `/apis/${api}/reviews`, { environment: 'production' }),
    'an answer': change(dev.api, 'patch', `/reviews/${review.id}/items/${review.items[0].key}`, {
      answer: 'yes',
      evidence: 'Seen again',
    }),
    'a submission': change(dev.api, 'post', `/reviews/${review.id}/submit`, {}),
    'a sign-off': change(anna.api, 'post', `/reviews/${review.id}/approve`, { comment: 'Good' }),
    'a promotion': change(dev.api, 'post', '/promotions', { api: quiet, environment: 'production' }),
    'a decision that is recorded': change(dev.api, 'post', '/gate', here),
    'a deployment': change(dev.api, 'post', '/deployments', here),
    'an emergency': change(anna.api, 'post', '/emergencies', {
      ...here,
      reason: 'Customers cannot pay',
      incidentUrl: 'https://example.com/7',
    }),
    'a hand-over': change(mona.api, 'post', `/apis/${quiet}/ownership`, { team: org.b }),
    'a token': change(dev.api, 'post', '/tokens', { name: 'of Dev' }),
    'an environment': change(admin.api, 'put', '/environments/staging', {
      name: 'Staging',
      order: 20,
      gate: 'off',
    }),
  };
});

describe('where no event can be written', () => {
  it('nothing changes, and the same request does it once events can be written again', async () => {
    for (const [name, { client, method, path, json, body }] of Object.entries(changes)) {
      const headers: Record<string, string> =
        method === 'post' ? { 'idempotency-key': randomSlug('key') } : {};
      const send = () => client[method](path, { json, body, headers });
      const before = await everything();
      await ownerSays('ALTER TABLE audit_events ENABLE TRIGGER refuse_events');
      const refused = await send();
      await ownerSays('ALTER TABLE audit_events DISABLE TRIGGER refuse_events');
      expect([name, refused.status]).toEqual([name, 500]);
      expect([name, await everything()]).toEqual([name, before]);
      expect(refused.text).not.toMatch(/no event can be written/);
      const { status, text } = await send();
      expect([name, status < 300, text]).toEqual([name, true, text]);
      expect([name, await everything()]).not.toEqual([name, before]);
    }
  });
});
