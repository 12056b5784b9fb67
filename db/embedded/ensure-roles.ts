import pg from 'pg';
import { APP_ROLE } from '../roles.ts';
import type { Passwords } from './passwords.ts';

export const ADMIN_ROLE = 'gatehouse_admin';
export const OWNER_ROLE = 'gatehouse_owner';
export const DATABASE = 'gatehouse';

export interface Urls {
  /** Superuser, for making databases in tests; the product never uses it after the start. */
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
}

export function urlsFor(port: number, passwords: Passwords): Urls {
  const url = (role: string, password: string, database: string) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
  return {
    adminUrl: url(ADMIN_ROLE, passwords.admin, 'postgres'),
    ownerUrl: url(OWNER_ROLE, passwords.owner, DATABASE),
    appUrl: url(APP_ROLE, passwords.app, DATABASE),
  };
}

/** Makes the database and its two roles unless they are there; a former attempt may have been cut off anywhere. */
export async function ensureRoles(adminUrl: string, passwords: Passwords): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client
      .query(
        `SELECT (SELECT count(*) FROM pg_roles WHERE rolname IN ($1, $2))::int AS roles,
              pg_has_role($1, $2, 'MEMBER') AS member`,
        [OWNER_ROLE, APP_ROLE],
      )
      .catch(() => ({ rows: [{ roles: 0, member: false }] }));
    if (rows[0].roles < 2 || !rows[0].member) await createRoles(client, passwords);
    const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER_ROLE}`);
  } finally {
    await client.end();
  }
}

async function createRoles(client: pg.Client, passwords: Passwords) {
  for (const [role, password] of [
    [OWNER_ROLE, passwords.owner],
    [APP_ROLE, passwords.app],
  ] as const) {
    const present = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
    const verb = present.rowCount === 0 ? 'CREATE' : 'ALTER';
    await client.query(`${verb} ROLE ${role} LOGIN PASSWORD '${password}'`);
  }
  // Migrations hand out rights to the application's role, and the owner may act as it.
  await client.query(`GRANT ${APP_ROLE} TO ${OWNER_ROLE}`);
}
