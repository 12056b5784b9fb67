import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from './client.ts';
import type { Connection } from './client.ts';
import { startEmbedded } from './embedded.ts';
import type { EmbeddedDatabase } from './embedded.ts';
import { migrate } from './migrate.ts';
import { REBUILDS, REWRITES } from './testing/rewriting-history.ts';

// The login that the running product has, and not the owner who acts as the application.
let folder: string;
let server: EmbeddedDatabase;
let application: Connection;
let owner: Connection;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-login-'));
  server = await startEmbedded({ folder, isDurable: false });
  await migrate(server.ownerUrl);
  application = connect(server.appUrl, { max: 2 });
  owner = connect(server.ownerUrl, { max: 1, asApplication: false });
  await application.pool.query(
    `INSERT INTO audit_events (at, actor, actor_kind, action, subjects, event) VALUES (now(), 'first', 'system', 'x', '{}', '{}')`,
  );
});
afterAll(async () => {
  await application.close();
  await owner.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const history = async () =>
  (await owner.pool.query('SELECT seq, actor, event FROM audit_events ORDER BY seq')).rows;

/** Each is either refused or leaves the session what it was. */
const ESCAPES = [
  'RESET ROLE',
  'SET ROLE NONE',
  'SET ROLE gatehouse_owner',
  'SET LOCAL ROLE gatehouse_owner',
  'SET ROLE gatehouse_admin',
  `SELECT set_config('role', 'gatehouse_owner', false)`,
  'SET SESSION AUTHORIZATION gatehouse_owner',
  'SET SESSION AUTHORIZATION gatehouse_admin',
  'SET SESSION AUTHORIZATION DEFAULT',
  'RESET SESSION AUTHORIZATION',
  'RESET ALL',
] as const;

const PROMOTIONS = [
  ['join the owner', 'GRANT gatehouse_owner TO gatehouse_app'],
  ['become a superuser', 'ALTER ROLE gatehouse_app SUPERUSER'],
  ['make roles', 'CREATE ROLE another SUPERUSER'],
  ['give the owner another password', `ALTER ROLE gatehouse_owner PASSWORD 'x'`],
  ['lead a rewrite past the triggers', 'ALTER ROLE gatehouse_app SET session_replication_role = replica'],
  ['run a program', `COPY audit_events TO PROGRAM 'cat'`],
  ['read files of the server', `SELECT pg_read_file('PG_VERSION')`],
  ['write files of the server', `COPY audit_events TO '/tmp/events'`],
  ['change the server', 'ALTER SYSTEM SET fsync = off'],
] as const;

const whoAmI = async (client: pg.PoolClient) =>
  (await client.query('SELECT session_user::text AS login, current_user::text AS role')).rows[0];

describe('the login of the running product', () => {
  it('is the application’s own role, which has nothing to fall back to', async () => {
    const { rows } = await application.pool.query(
      `SELECT rolname AS role, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication,
         ARRAY(SELECT roleid::regrole::text FROM pg_auth_members WHERE member = r.oid) AS "memberOf"
       FROM pg_roles r WHERE rolname = session_user`,
    );
    expect(rows).toEqual([
      {
        role: 'gatehouse_app',
        rolsuper: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolbypassrls: false,
        rolreplication: false,
        memberOf: [],
      },
    ]);
  });

  it.each(ESCAPES)('is still itself after %s, and rewrites nothing', async (escape) => {
    const before = await history();
    const client = await application.pool.connect();
    try {
      const refusal = await client.query(escape).then(
        () => null,
        (error: { code?: string }) => error.code,
      );
      expect([null, '42501']).toContain(refusal);
      expect(await whoAmI(client)).toEqual({ login: 'gatehouse_app', role: 'gatehouse_app' });
      for (const [, statement] of [...REWRITES, ...REBUILDS])
        await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
    } finally {
      client.release(true);
    }
    expect(await history()).toEqual(before);
  });

  it.each(PROMOTIONS)('cannot %s', async (_name, statement) => {
    // Not in a transaction: some of these would be refused for that alone.
    await expect(application.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
  });
});
