import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect } from '#db/client.ts';
import { signingKeys } from '#db/schema/audit.ts';
import { fromBase64 } from '#lib/domain/audit/base64.ts';
import { sealEnvelope } from '#lib/domain/audit/dsse.ts';
import type { StatementInput } from '#lib/domain/audit/statement.ts';
import { signCheckpoint } from '#lib/server/audit/sign-checkpoint.ts';
import { useConnection } from '#lib/server/database.ts';
import { attest, recordDigest } from '#lib/server/gate/attest.ts';
import { generateSigningKey, toJwks } from '#lib/server/gate/signing-keys.ts';
import { apiClient } from '#lib/server/testing/api-client.ts';
import { randomSlug, useTestWorld } from '#lib/server/testing/test-world.ts';
import { runCommandLine } from '../cli/run.ts';

const world = useTestWorld();
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-commands-'));
const address = () => `${randomSlug('person')}@example.test`;

beforeAll(() => () => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  vi.stubEnv('DATABASE_URL', world.database.ownerUrl);
  vi.stubEnv('GATEHOUSE_SECRET', 'test-secret-test-secret-test-secret-test');
});

/** Runs a command as its own process would: with connections of its own, which it closes. */
async function gatehouse(...args: string[]) {
  let [out, err] = ['', ''];
  useConnection(undefined);
  const code = await runCommandLine(args, folder, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  useConnection(world.database);
  return { code, out, err };
}

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const addPerson = async (...more: string[]) => {
  const email = address();
  return { email, ended: await gatehouse('person', 'add', email, '--name', 'Ada', ...more) };
};

describe('person add', () => {
  it('adds a person once, audited as the operator', async () => {
    const { email, ended } = await addPerson('--role', 'auditor', '--json');
    expect(ended.code).toBe(0);
    expect(JSON.parse(ended.out)).toMatchObject({ email, name: 'Ada', role: 'auditor', active: true });
    const again = await gatehouse('person', 'add', email.toUpperCase(), '--name', 'Again');
    expect(again).toEqual({ code: 1, out: '', err: `There is already a person ${email}.\n` });
    const { rows } = await world.database.pool.query(
      'SELECT actor, actor_kind, action FROM audit_events WHERE $1 = ANY (subjects)',
      [email],
    );
    expect(rows).toEqual([{ actor: 'operator', actor_kind: 'operator', action: 'person.added' }]);
  });
});

describe('token create', () => {
  it('prints the token alone', async () => {
    const { email } = await addPerson();
    const plain = await gatehouse('token', 'create', email, '--name', 'first', '--expires-days', '1');
    expect(plain).toMatchObject({ code: 0, err: '' });
    expect(plain.out).toMatch(/^gh_\S{40,}\n$/);
    expect((await apiClient(plain.out.trim()).get('/me')).json.email).toBe(email);
    const json = await gatehouse('token', 'create', email, '--name', 'second', '--json');
    expect(Object.keys(JSON.parse(json.out))).toEqual(['token']);
    const { rows } = await world.database.pool.query(
      'SELECT name, expires_at - created_at AS lives FROM tokens WHERE name = ANY ($1)',
      [['first', 'second']],
    );
    expect(rows).toEqual([
      { name: 'first', lives: { days: 1 } },
      { name: 'second', lives: null },
    ]);
  });

  it('is refused for nobody', async () => {
    expect(await gatehouse('token', 'create', address(), '--name', 'x')).toMatchObject({ code: 1, out: '' });
  });
});

describe('demo load', () => {
  it('is refused where anything is, and changes nothing', async () => {
    await addPerson();
    const state = async () => {
      const tables = ['people', 'teams', 'apis', 'audit_events', 'signing_keys'];
      const counts = tables.map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`);
      return (await world.database.pool.query(`SELECT ${counts.join(', ')}`)).rows[0];
    };
    const before = await state();
    expect(await gatehouse('demo', 'load')).toEqual({
      code: 1,
      out: '',
      err: 'The database is not empty: the demo organisation is loaded into an empty one only.\n',
    });
    expect((await gatehouse('demo', 'load', '--json')).code).toBe(1);
    expect(await state()).toEqual(before);
  });
});

describe('service-account create', () => {
  it('prints the token of an account that has just these scopes', async () => {
    const slug = randomSlug('ci');
    const args = ['service-account', 'create', slug, '--scopes', 'traffic:write,gate:read,gate:read'];
    const made = await gatehouse(...args);
    expect(made).toMatchObject({ code: 0, err: '' });
    const me = await apiClient(made.out.trim()).get('/me');
    expect(me.json).toMatchObject({ kind: 'service', email: slug, scopes: ['gate:read', 'traffic:write'] });
    expect(await gatehouse(...args)).toMatchObject({ code: 1, out: '' });
    expect(await gatehouse('service-account', 'create', 'operator', '--scopes', 'gate:read')).toMatchObject({
      code: 1,
    });
  });
});

describe('audit verify', () => {
  const key = generateSigningKey();

  it('prints size and root, and tells a continued history from an altered one', async () => {
    await addPerson();
    await world.database.db
      .insert(signingKeys)
      .values({ kid: key.kid, publicJwk: key.publicJwk, sealedPrivate: 'none' });
    const { rows } = await world.database.pool.query('SELECT count(*) AS count FROM audit_events');
    const before = JSON.parse((await gatehouse('audit', 'verify', '--json')).out) as {
      size: number;
      root: string;
    };
    expect(before.size).toBe(rows[0].count);
    const plain = await gatehouse('audit', 'verify');
    expect(plain).toMatchObject({ code: 0, out: `size ${before.size}\nroot ${before.root}\n` });

    const head = { origin: 'gatehouse.example.com/audit', size: before.size, root: fromBase64(before.root)! };
    const checkpoint = file('old.checkpoint', signCheckpoint([key], head));
    await addPerson();
    const continued = await gatehouse('audit', 'verify', '--from', checkpoint);
    expect(continued).toMatchObject({ code: 0, out: expect.stringContaining(`size ${before.size + 1}\n`) });
    expect(continued.err).toContain('unaltered');

    const strangers = file('strange.checkpoint', signCheckpoint([generateSigningKey()], head));
    expect(await gatehouse('audit', 'verify', '--from', strangers)).toMatchObject({ code: 1 });

    await asOwner(
      `ALTER TABLE audit_events DISABLE TRIGGER ALL; UPDATE audit_events SET event = replace(event, 'Ada', 'Eve') WHERE seq = 1`,
    );
    const altered = await gatehouse('audit', 'verify', '--from', checkpoint, '--json');
    expect(altered.code).toBe(1);
    expect(JSON.parse(altered.out)).toMatchObject({ ok: false, older: { continued: false, signed: true } });
  });

  it('wants a file that is there', async () => {
    expect(await gatehouse('audit', 'verify', '--from', 'nowhere')).toMatchObject({ code: 2, out: '' });
    expect(
      await gatehouse('audit', 'verify', '--from', file('bad.checkpoint', 'no checkpoint')),
    ).toMatchObject({ code: 1 });
  });

  async function asOwner(statements: string) {
    const owner = connect(world.database.ownerUrl, { asApplication: false, max: 1 });
    await owner.pool.query(statements);
    await owner.close();
  }
});

describe('verify', () => {
  const digest = recordDigest({ some: 'record' });
  const input: StatementInput = {
    portal: 'https://gatehouse.example.com',
    portalVersion: '1',
    at: Date.UTC(2026, 0, 1),
    decision: {
      id: 'd-1',
      api: 'shelves',
      environment: 'production',
      revision: 'r-1',
      outcome: 'allowed',
      enforced: true,
      allowed: true,
      expiresAt: null,
    },
    tier: 'low',
    signedRoles: ['owner'],
    emergency: false,
    policy: { uri: 'https://gatehouse.example.com/checklists/default/1', digest },
    signOffs: [],
    subjects: [{ name: 'shelves', digest }],
  };

  it('says what a genuine attestation is about', async () => {
    const key = generateSigningKey();
    const keys = file('keys.json', JSON.stringify(toJwks([key.publicJwk])));
    const attestation = file('attestation.json', JSON.stringify(attest(key, input)));
    const ended = await gatehouse('verify', attestation, '--keys', keys);
    expect(ended).toMatchObject({ code: 0, err: '', out: expect.stringContaining('shelves') });
    const others = file('others.json', JSON.stringify(toJwks([generateSigningKey().publicJwk])));
    expect(await gatehouse('verify', attestation, '--keys', others)).toMatchObject({ code: 1 });
  });

  it('needs no database and says no to what is no attestation', async () => {
    vi.stubEnv('DATABASE_URL', 'postgres://nobody@127.0.0.1:1/none');
    const key = generateSigningKey();
    const keys = file('keys.json', JSON.stringify(toJwks([key.publicJwk])));
    const payload = new TextEncoder().encode('{}');
    const forged = sealEnvelope('application/vnd.in-toto+json', payload, [
      { keyid: key.kid, sig: new Uint8Array(64) },
    ]);
    for (const [name, content] of [
      ['forged.json', JSON.stringify(forged)],
      ['text.json', 'no JSON'],
      ['empty.json', ''],
    ] as const) {
      const ended = await gatehouse('verify', file(name, content), '--keys', keys, '--json');
      expect(ended.code).toBe(1);
      expect(JSON.parse(ended.out)).toMatchObject({ ok: false, genuine: false });
    }
    expect(await gatehouse('verify', 'nowhere.json', '--keys', keys)).toMatchObject({ code: 2, out: '' });
  });
});
