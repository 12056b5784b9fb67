import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { connect } from '../client.ts';
import type { Connection } from '../client.ts';

export interface TestDatabase extends Connection {
  /** As the owner of the tables, for what the application may not do. */
  ownerUrl: string;
  drop: () => Promise<void>;
}

/** A database of one's own, copied from the migrated template. Call once a test file. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = inject('databaseAdminUrl');
  const name = `gatehouse_test_${randomBytes(6).toString('hex')}`;
  await withAdmin(adminUrl, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${inject('databaseTemplate')}`),
  );
  const ownerUrl = new URL(adminUrl);
  ownerUrl.pathname = `/${name}`;
  const connection = connect(ownerUrl.href, { max: 20 });
  const drop = async () => {
    await connection.close();
    await withAdmin(adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  };
  return { ...connection, ownerUrl: ownerUrl.href, drop };
}

async function withAdmin(url: string, work: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
