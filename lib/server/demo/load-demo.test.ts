import { gunzipSync } from 'node:zlib';
import { drizzle } from 'drizzle-orm/node-postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERSONAS } from '#db/demo/personas.ts';
import { newId } from '#db/new-id.ts';
import * as schema from '#db/schema/index.ts';
import { tokens } from '#db/schema/people.ts';
import { createTestDatabase } from '#db/testing/test-database.ts';
import type { TestDatabase } from '#db/testing/test-database.ts';
import { EXCEPTION_STATES, REVIEW_STATES, SIGN_OFF_STATES } from '#lib/domain/words.ts';
import { publishEnv } from '#lib/env.ts';
import { useConnection } from '../database.ts';
import { sha256 } from '../descriptions/sha256.ts';
import { toJwks } from '../gate/signing-keys.ts';
import { verifyAttestation } from '../gate/verify-attestation.ts';
import { hashToken, newToken } from '../secrets.ts';
import { apiClient } from '../testing/api-client.ts';
import { DatabaseNotEmpty, loadDemo } from './load-demo.ts';

/** Of today, because the routes that are called on it ask the clock. */
const NOW = new Date();
let database: TestDatabase;
let statements = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  publishEnv({
    appDatabaseUrl: database.ownerUrl,
    ownerDatabaseUrl: database.ownerUrl,
    secret: 'test-secret-test-secret-test-secret-test',
    url: 'http://127.0.0.1:3000',
    demo: false,
  });
  useConnection(database);
  const logger = { logQuery: () => void (statements += 1) };
  await loadDemo(drizzle(database.pool, { schema, logger }), { now: NOW });
});
afterAll(async () => {
  useConnection(undefined);
  await database.drop();
});

async function rows<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
  const { rows: found } = await database.pool.query(text, values);
  return found as Row[];
}
const count = async (text: string) =>
  (await rows<{ n: number }>(`SELECT count(*)::int AS n ${text}`))[0]?.n ?? -1;
const values = async (text: string) => (await rows<{ v: string }>(text)).map((row) => row.v).toSorted();

describe('loadDemo', () => {
  it('sends a few large statements, and none for each API, revision or event', () => {
    expect(statements).toBeGreaterThan(30);
    expect(statements).toBeLessThan(50);
  });

  it.each([
    ['FROM teams', 41],
    ['FROM people', 120],
    ['FROM people WHERE NOT active', 1],
    ['FROM applications', 27],
    ['FROM apis', 150],
    ['FROM apis WHERE owner_team_id IS NULL AND offered_team_id IS NULL', 12],
    ['FROM apis WHERE owner_team_id IS NULL AND offered_team_id IS NOT NULL', 8],
    ['FROM emergencies WHERE reviewed_at IS NULL AND used_at IS NOT NULL', 1],
    ['FROM posture', 450],
    ["FROM environments WHERE slug = 'production' AND gate = 'enforce'", 1],
  ])('%s: %i', async (text, expected) => {
    expect(await count(text)).toBe(expected);
  });

  it('shows every state there is', async () => {
    const inProduction = "FROM posture WHERE environment = 'production'";
    expect(await values(`SELECT DISTINCT sign_off AS v ${inProduction}`)).toEqual(SIGN_OFF_STATES.toSorted());
    expect(await values(`SELECT DISTINCT outcome AS v ${inProduction}`)).toEqual([
      'allowed',
      'awaiting',
      'prevented',
    ]);
    expect(await values('SELECT DISTINCT state AS v FROM reviews')).toEqual(REVIEW_STATES.toSorted());
    const exceptionState = `CASE step WHEN 'approved' THEN CASE WHEN expires_at > $1 THEN 'active' ELSE 'expired' END ELSE step END`;
    const shown = await rows<{ v: string }>(`SELECT DISTINCT ${exceptionState} AS v FROM exceptions`, [NOW]);
    const neverShown = ['rejected', 'revoked'];
    expect(shown.map((row) => row.v).toSorted()).toEqual(
      EXCEPTION_STATES.filter((state) => !neverShown.includes(state)).toSorted(),
    );
  });

  it.each([
    'owner.none',
    'owner.offered',
    'owner.nobody-eligible',
    'owner.attestation-expired',
    'revision.none',
    'review.none',
    'review.open',
    'review.changes-requested',
    'review.rejected',
    'signoff.missing-role',
    'signoff.expired',
    'signoff.material-change',
    'signoff.owner-changed',
    'signoff.revoked',
    'findings.blocking',
    'checklist.unmet',
    'lifecycle.retired',
  ])('holds an API back with %s', async (code) => {
    expect(
      await count(`FROM posture WHERE environment = 'production' AND '${code}' = ANY (reason_codes)`),
    ).toBeGreaterThan(0);
  });

  it('lets a good third of the APIs into production', async () => {
    const allowed = await count("FROM posture WHERE environment = 'production' AND outcome = 'allowed'");
    expect(allowed).toBeGreaterThan(40);
    expect(allowed).toBeLessThan(80);
  });

  it('has promotions, refusals and deployments with and without a decision', async () => {
    expect(
      await count("FROM decisions WHERE environment = 'production' AND outcome = 'prevented' AND enforced"),
    ).toBeGreaterThan(50);
    expect(await count("FROM promotions WHERE environment = 'production'")).toBeGreaterThan(200);
    expect(await count('FROM deployments WHERE NOT gated')).toBeGreaterThan(15);
    expect(
      await count('FROM deployments d JOIN decisions c ON c.id = d.decision_id WHERE d.gated AND c.allowed'),
    ).toBeGreaterThan(200);
    expect(await count('FROM decisions WHERE emergency_id IS NOT NULL')).toBe(2);
  });

  it('gives the personas something to do', async () => {
    const [developer, approver] = ['developer', 'approver'].map(
      (key) => PERSONAS.find((persona) => persona.key === key)?.email,
    );
    const requested = `FROM reviews r JOIN people p ON p.id = r.requested_by WHERE p.email = '${developer}'`;
    expect(await count(`${requested} AND r.state = 'changes-requested'`)).toBe(1);
    expect(
      await count(`FROM reviews r JOIN memberships m ON m.team_id = r.team_id JOIN people p ON p.id = m.person_id
        WHERE p.email = '${approver}' AND m.role = 'approver' AND r.state = 'open'`),
    ).toBe(1);
    const [payouts] = await rows<{
      until: Date;
    }>(`SELECT p.sign_off_valid_until AS until FROM posture p JOIN apis a ON a.id = p.api_id
      WHERE a.slug = 'payouts' AND p.environment = 'production' AND p.outcome = 'allowed'`);
    expect(Math.round(((payouts?.until.getTime() ?? 0) - NOW.getTime()) / 86_400_000)).toBe(12);
  });

  it('leaves an audit event for every step, in the order of time', async () => {
    const events = await rows<{ at: Date }>('SELECT at FROM audit_events ORDER BY seq');
    const times = events.map((event) => event.at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBeLessThan(NOW.getTime());
    const of = (action: string) => count(`FROM audit_events WHERE action = '${action}'`);
    expect(await of('api.registered')).toBe(150);
    expect(await of('revision.uploaded')).toBe(await count('FROM revisions'));
    expect(await of('review.approved')).toBe(await count('FROM sign_offs'));
    expect(await of('gate.decided')).toBe(await count('FROM decisions'));
    expect(await of('deployment.reported')).toBe(await count('FROM deployments'));
    expect(await of('exception.proposed')).toBe(await count('FROM exceptions'));
  });

  it('keeps the exact bytes of every revision', async () => {
    const contents = await rows<{ digest: string; gzip: Buffer }>(
      'SELECT digest, gzip FROM revision_contents',
    );
    expect(contents.length).toBeGreaterThan(350);
    expect(contents.filter(({ digest, gzip }) => sha256(gunzipSync(gzip)) !== digest)).toEqual([]);
  });

  it('signs every allowed decision so that anyone can check it', async () => {
    const keys = toJwks(
      (await rows<{ public_jwk: Record<string, string> }>('SELECT public_jwk FROM signing_keys')).map(
        (row) => row.public_jwk,
      ),
    );
    const signed = await rows<{ attestation: unknown }>(
      "SELECT attestation FROM decisions WHERE outcome = 'allowed'",
    );
    expect(signed.length).toBeGreaterThan(200);
    expect(signed.filter(({ attestation }) => !isAuthentic(attestation, keys))).toEqual([]);
  });

  it('agrees with itself about the risk of today', async () => {
    expect(
      await count(
        'FROM (SELECT DISTINCT ON (api_id) * FROM risk_history ORDER BY api_id, id DESC) h JOIN apis a ON a.id = h.api_id WHERE h.score <> a.risk_score',
      ),
    ).toBe(0);
    const twice = 'FROM (SELECT api_id FROM risk_history GROUP BY api_id, at HAVING count(*) > 1) x';
    expect(await count(twice)).toBe(0);
  });

  it('refuses a database that is not empty, and changes nothing in it', async () => {
    const before = await count('FROM audit_events');
    await expect(loadDemo(database.db, { now: NOW })).rejects.toThrow(DatabaseNotEmpty);
    expect(await count('FROM audit_events')).toBe(before);
  });

  it('can be worked on: the owner and security sign what waits for them, and the gate opens', async () => {
    const gate = { query: { api: 'payout-batches', environment: 'production' } };
    const approver = await as('approver');
    const waiting = await approver.get('/api/v1/reviews', { query: { waitingFor: 'me', state: 'open' } });
    const review = waiting.json.items.find(
      (item: { api: { slug: string } }) => item.api.slug === 'payout-batches',
    );
    expect((await approver.get('/api/v1/gate', gate)).json.outcome).toBe('awaiting');
    expect((await approver.post(`/api/v1/reviews/${review.id}/approve`, { json: {} })).json.state).toBe(
      'open',
    );
    const security = await as('security');
    expect((await security.post(`/api/v1/reviews/${review.id}/approve`, { json: {} })).json.state).toBe(
      'approved',
    );
    expect((await approver.get('/api/v1/gate', gate)).json.outcome).toBe('allowed');
  });
});

/** Calls the public interface as one of the personas. */
async function as(key: (typeof PERSONAS)[number]['key']) {
  const email = PERSONAS.find((persona) => persona.key === key)?.email ?? '';
  const [person] = await rows<{ id: string }>('SELECT id FROM people WHERE email = $1', [email]);
  const token = newToken();
  const owner = { personId: person?.id ?? '', name: 'test', prefix: token.slice(0, 7) };
  await database.db.insert(tokens).values({ id: newId(), hash: hashToken(token), ...owner });
  return apiClient(token);
}

function isAuthentic(attestation: unknown, keys: unknown): boolean {
  return verifyAttestation(attestation, keys, NOW).ok;
}
