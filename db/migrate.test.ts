import { randomBytes } from 'node:crypto';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { migrate } from './migrate.ts';
import { MIGRATIONS_FOLDER, readMigrations } from './migration-files.ts';
import { lockMigrations } from './migration-lock.ts';
import { withDatabase } from './testing/global-setup.ts';

const OURS = readdirSync(MIGRATIONS_FOLDER).filter((name) => name.endsWith('.sql'));
const INDEX = `-- no-transaction
-- Beside the traffic; what an interrupted attempt left is made again;
DROP INDEX CONCURRENTLY IF EXISTS teams_extra;
CREATE INDEX CONCURRENTLY teams_extra
  ON teams (name, slug);
`;

let url: string;
let folder: string;
let name: string;

const admin = (statement: string) => run(inject('databaseAdminUrl'), statement);
async function run<Row extends object>(where: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: where });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}
const applied = async () =>
  (await run<{ name: string }>(url, 'SELECT name FROM gatehouse_migrations ORDER BY name')).map(
    (row) => row.name,
  );
const extra = (file: string, sql: string) => writeFileSync(join(folder, file), sql);
const ready = (index: string) =>
  run(url, `SELECT indisvalid AS valid FROM pg_index WHERE indexrelid = to_regclass('${index}')`);
/** Runs with the folder of this test; returns what was said. */
async function go(options: { patienceMs?: number } = {}): Promise<string[]> {
  const lines: string[] = [];
  await migrate(url, (line) => lines.push(line), { folder, ...options });
  return lines;
}

beforeEach(async () => {
  name = `gatehouse_migrate_${randomBytes(6).toString('hex')}`;
  await admin(`CREATE DATABASE ${name}`);
  url = withDatabase(inject('databaseAdminUrl'), name);
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-migrations-'));
  cpSync(MIGRATIONS_FOLDER, folder, { recursive: true });
});
afterEach(async () => {
  await admin(`DROP DATABASE ${name} WITH (FORCE)`);
  rmSync(folder, { recursive: true, force: true });
});

describe('a database', () => {
  it('that is fresh gets every migration once, in order', async () => {
    expect(await go()).toEqual(OURS.toSorted().map((file) => `migrated ${file}`));
    expect(await applied()).toEqual(OURS.toSorted());
    expect(await run(url, 'SELECT slug FROM environments ORDER BY "order"')).toHaveLength(3);
    expect(await go()).toEqual([]);
  });

  it('of two that boot together is migrated by one, also where an index is built beside the traffic', async () => {
    extra('9001_index.sql', INDEX);
    const said = await Promise.all([go(), go(), go()]);
    expect(said.map((lines) => lines.length).toSorted((a, b) => a - b)).toEqual([0, 0, OURS.length + 1]);
    expect(await ready('teams_extra')).toEqual([{ valid: true }]);
  });

  it('that another process is migrating is left alone, in a sentence', async () => {
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    await lockMigrations(other, 0);
    const { rows } = await other.query('SELECT pg_backend_pid() AS pid');
    await expect(go({ patienceMs: 0 })).rejects.toThrow(
      `Another Gatehouse is migrating this database (process ${rows[0].pid} of PostgreSQL) and was not done within 0 s.`,
    );
    expect(await run(url, `SELECT to_regclass('gatehouse_migrations') AS is`)).toEqual([{ is: null }]);
    await other.end();
    expect(await go()).toHaveLength(OURS.length);
  });
});

describe('a migration', () => {
  it('that fails leaves nothing of itself, and what came before it', async () => {
    extra('9001_wrong.sql', 'CREATE TABLE half (id int PRIMARY KEY);\nSELECT 1 / 0;\n');
    await expect(go()).rejects.toThrow('Migration 9001_wrong.sql failed: division by zero');
    expect(await run(url, `SELECT to_regclass('half') AS is`)).toEqual([{ is: null }]);
    expect(await applied()).toEqual(OURS.toSorted());
    extra('9001_wrong.sql', 'CREATE TABLE half (id int PRIMARY KEY);\n');
    expect(await go()).toEqual(['migrated 9001_wrong.sql']);
  });

  it('outside of a transaction is begun anew after it failed', async () => {
    extra('9001_index.sql', `${INDEX}INSERT INTO teams SELECT 1 / 0;\nDROP TABLE teams;\n`);
    await expect(go()).rejects.toThrow(/^Migration 9001_index.sql failed at statement 3 of 4: /);
    expect(await ready('teams_extra')).toEqual([{ valid: true }]);
    expect(await applied()).toEqual(OURS.toSorted());
    extra('9001_index.sql', INDEX);
    expect(await go()).toEqual(['migrated 9001_index.sql']);
    expect(await ready('teams_extra')).toEqual([{ valid: true }]);
  });

  it('that was changed after it was applied is refused, and so is one of a newer version', async () => {
    await go();
    const changed = OURS.toSorted()[1]!;
    appendFileSync(join(folder, changed), '-- changed\n');
    await expect(go()).rejects.toThrow(
      `Migration ${changed} was changed after it had been applied to this database.`,
    );
    cpSync(MIGRATIONS_FOLDER, folder, { recursive: true });
    extra('9001_index.sql', INDEX);
    await go();
    rmSync(join(folder, '9001_index.sql'));
    await expect(go()).rejects.toThrow(/migrated by a newer Gatehouse \(9001_index.sql\)/);
  });
});

describe('the statements of a migration', () => {
  it('are one in a transaction, and one each outside of it', () => {
    extra('9001_index.sql', INDEX);
    extra('9002_two.sql', 'SELECT 1;\nSELECT 2;\n');
    const [index, two] = readMigrations(folder).slice(-2);
    expect(two).toMatchObject({ isTransactional: true, statements: ['SELECT 1;\nSELECT 2;\n'] });
    expect(index).toMatchObject({
      isTransactional: false,
      statements: [
        'DROP INDEX CONCURRENTLY IF EXISTS teams_extra',
        'CREATE INDEX CONCURRENTLY teams_extra\n  ON teams (name, slug)',
      ],
    });
  });
});
