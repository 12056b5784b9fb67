import pg from 'pg';
import { MigrationError } from './migration-error.ts';
import { MIGRATIONS_FOLDER, readMigrations } from './migration-files.ts';
import type { Migration } from './migration-files.ts';
import { lockMigrations } from './migration-lock.ts';
import { APP_ROLE } from './roles.ts';
import { seedDefaults } from './seed-defaults.ts';

/** How long another process may take to migrate the same database. */
const PATIENCE_MS = 120_000;

export type MigrateLog = (line: string) => void;

interface MigrateOptions {
  folder?: string;
  patienceMs?: number;
}

/** Brings the database to the newest schema. `ownerUrl` must be a role that owns the tables. */
export async function migrate(
  ownerUrl: string,
  log: MigrateLog = () => {},
  { folder = MIGRATIONS_FOLDER, patienceMs = PATIENCE_MS }: MigrateOptions = {},
): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await lockMigrations(client, patienceMs);
    await ensureApplicationRole(client);
    const applied = await readApplied(client);
    const pending = findPending(readMigrations(folder), applied);
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
  return readMigrations(MIGRATIONS_FOLDER)
    .map((migration) => migration.name)
    .filter((name) => !known.has(name));
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

async function apply(client: pg.Client, { name, checksum, isTransactional, statements }: Migration) {
  // A migration that cannot get its locks soon gives up rather than queueing everybody else behind it. Outside of a
  // transaction it keeps nobody waiting, and waits for whoever is at work.
  await client.query(`SET lock_timeout = '${isTransactional ? 5 : 90}s'`);
  if (isTransactional) await client.query('BEGIN');
  let place = '';
  try {
    for (const [at, statement] of statements.entries()) {
      if (!isTransactional) place = ` at statement ${at + 1} of ${statements.length}`;
      await client.query(statement);
    }
    await client.query('INSERT INTO gatehouse_migrations (name, checksum) VALUES ($1, $2)', [name, checksum]);
    if (isTransactional) await client.query('COMMIT');
  } catch (error) {
    if (isTransactional) await client.query('ROLLBACK');
    throw new MigrationError(`Migration ${name} failed${place}: ${(error as Error).message}`, {
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
