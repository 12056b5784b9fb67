import { readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { APP_ROLE } from './roles.ts';
import { seedDefaults } from './seed-defaults.ts';

/** One key for every replica: two that boot together apply each migration once. */
const LOCK_KEY = 4_718_250_711;
/** Inside a built route there is no folder of this file; the server runs in the project's. */
const FOLDER = join(
  import.meta.dirname ?? join(/* turbopackIgnore: true */ process.cwd(), 'db'),
  'migrations',
);

interface Migration {
  name: string;
  sql: string;
  checksum: string;
  /** First line `-- no-transaction`: for statements such as CREATE INDEX CONCURRENTLY. */
  transactional: boolean;
}

export type MigrateLog = (line: string) => void;

export class MigrationError extends Error {}

/** Brings the database to the newest schema. `ownerUrl` must be a role that owns the tables. */
export async function migrate(ownerUrl: string, log: MigrateLog = () => {}): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(${LOCK_KEY})`);
    await ensureApplicationRole(client);
    const applied = await readApplied(client);
    const pending = findPending(readMigrations(), applied);
    for (const migration of pending) {
      await apply(client, migration);
      log(`migrated ${migration.name}`);
    }
    await seedDefaults(client);
    await grantToApplication(client);
    // Routes load this file for its list of migrations; the queue is none of their business.
    const jobs = await import(/* turbopackIgnore: true */ './jobs-schema.ts');
    await jobs.ensureJobsSchema(ownerUrl);
    await jobs.grantJobsToApplication(client);
    return pending.length;
  } finally {
    await client.end();
  }
}

/** Names of migrations that the database does not have yet; for readiness. */
export async function pendingMigrations(query: (sql: string) => Promise<{ rows: { name: string }[] }>) {
  const { rows } = await query('SELECT name FROM gatehouse_migrations');
  const known = new Set(rows.map((row) => row.name));
  return readMigrations()
    .map((migration) => migration.name)
    .filter((name) => !known.has(name));
}

function readMigrations(): Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(FOLDER, name), 'utf8');
      const checksum = createHash('sha256').update(sql).digest('hex');
      return { name, sql, checksum, transactional: !sql.startsWith('-- no-transaction') };
    });
}

async function readApplied(client: pg.Client): Promise<Map<string, string>> {
  await client.query(
    `CREATE TABLE IF NOT EXISTS gatehouse_migrations
       (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
  );
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'SELECT name, checksum FROM gatehouse_migrations',
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

function findPending(all: Migration[], applied: Map<string, string>): Migration[] {
  for (const { name, checksum } of all) {
    const before = applied.get(name);
    if (before && before !== checksum) {
      throw new MigrationError(`Migration ${name} was changed after it had been applied to this database.`);
    }
  }
  const newest = [...applied.keys()].sort().at(-1);
  const unknown = newest && !all.some((migration) => migration.name === newest);
  if (unknown)
    throw new MigrationError(
      `This database was migrated by a newer Gatehouse (${newest}); start that version.`,
    );
  return all.filter((migration) => !applied.has(migration.name));
}

async function apply(client: pg.Client, migration: Migration) {
  // A migration that cannot get its locks soon gives up rather than queueing everybody else behind it.
  await client.query("SET lock_timeout = '5s'");
  if (migration.transactional) await client.query('BEGIN');
  try {
    await client.query(migration.sql);
    await client.query('INSERT INTO gatehouse_migrations (name, checksum) VALUES ($1, $2)', [
      migration.name,
      migration.checksum,
    ]);
    if (migration.transactional) await client.query('COMMIT');
  } catch (error) {
    if (migration.transactional) await client.query('ROLLBACK');
    throw new MigrationError(`Migration ${migration.name} failed: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

async function ensureApplicationRole(client: pg.Client) {
  const { rows } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APP_ROLE]);
  if (rows.length === 0) {
    await client.query(`CREATE ROLE ${APP_ROLE} NOLOGIN`).catch((error: Error & { code?: string }) => {
      // Databases of one cluster share their roles: somebody else may have been faster.
      if (error.code !== '42710' && error.code !== '23505') {
        throw new MigrationError(
          `The role ${APP_ROLE} does not exist and cannot be made (${error.message}). Ask for: CREATE ROLE ${APP_ROLE} NOLOGIN; GRANT ${APP_ROLE} TO CURRENT_USER;`,
        );
      }
    });
  }
  // Since version 16 whoever makes a role may administer it, and still not act as it without a grant.
  const member = await client.query(
    `SELECT pg_has_role(current_user, $1,
       CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END) AS is`,
    [APP_ROLE],
  );
  if (member.rows[0].is) return;
  await client.query(`GRANT ${APP_ROLE} TO CURRENT_USER`).catch((error: Error) => {
    throw new MigrationError(
      `The role ${APP_ROLE} exists and this account may not act as it (${error.message}). Ask for: GRANT ${APP_ROLE} TO the account of DATABASE_URL;`,
      { cause: error },
    );
  });
}

async function grantToApplication(client: pg.Client) {
  await client.query(`
    GRANT USAGE ON SCHEMA public TO ${APP_ROLE};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${APP_ROLE};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${APP_ROLE};
    REVOKE ALL ON audit_events FROM ${APP_ROLE};
    GRANT SELECT, INSERT ON audit_events TO ${APP_ROLE};
    REVOKE INSERT, UPDATE, DELETE ON gatehouse_migrations FROM ${APP_ROLE};
  `);
}
