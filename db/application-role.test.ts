import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from './client.ts';
import { startEmbedded } from './embedded.ts';
import type { EmbeddedDatabase } from './embedded.ts';
import { migrate } from './migrate.ts';

// A server of its own: roles belong to the whole server, and here they are made and dropped.
let folder: string;
let server: EmbeddedDatabase;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-role-'));
  server = await startEmbedded({ folder, isDurable: false });
  await asAdmin('DROP DATABASE gatehouse', 'DROP ROLE gatehouse_owner', 'DROP ROLE gatehouse_app');
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function asAdmin(...statements: string[]) {
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

function urlOf(role: string): string {
  return `postgres://${role}:pw@127.0.0.1:${server.port}/${role}`;
}

describe('a database of one’s own, with an account that is no superuser', () => {
  it('is refused in a sentence while nobody may make the application’s role', async () => {
    await asAdmin("CREATE ROLE plain LOGIN PASSWORD 'pw'", 'CREATE DATABASE plain OWNER plain');
    await expect(migrate(urlOf('plain'))).rejects.toThrow(
      /gatehouse_app does not exist and cannot be made.*Ask for: CREATE ROLE/,
    );
  });

  it('gets the application’s role made, and statements run as it', async () => {
    await asAdmin("CREATE ROLE maker LOGIN CREATEROLE PASSWORD 'pw'", 'CREATE DATABASE maker OWNER maker');
    expect(await migrate(urlOf('maker'))).toBeGreaterThan(0);
    const application = connect(urlOf('maker'), { max: 1 });
    try {
      expect((await application.pool.query('SELECT current_user::text AS me')).rows).toEqual([
        { me: 'gatehouse_app' },
      ]);
      await expect(application.pool.query('DELETE FROM audit_events')).rejects.toThrow(/permission denied/);
    } finally {
      await application.close();
    }
  });

  it('is refused in a sentence when another account made the role, until that is granted', async () => {
    await expect(migrate(urlOf('plain'))).rejects.toThrow(/may not act as it.*Ask for: GRANT gatehouse_app/);
    await asAdmin('GRANT gatehouse_app TO plain');
    expect(await migrate(urlOf('plain'))).toBeGreaterThan(0);
  });
});
