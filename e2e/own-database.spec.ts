import { expect, test } from '@playwright/test';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '#db/embedded.ts';
import type { EmbeddedDatabase } from '#db/embedded.ts';
import { APP_ROLE } from '#db/roles.ts';
import { freePort, houseFolder } from './support/house-process.ts';
import type { HouseFolder } from './support/house-process.ts';
import { operator } from './support/operator.ts';

// The process itself on a PostgreSQL that somebody else runs, with an account that may make roles and is no superuser.

const GATEHOUSE_SECRET = 'a-secret-of-the-operator-0123456789';
const ACCOUNT = 'house:hunter2';

// One server of PostgreSQL is enough for all.
test.describe.configure({ mode: 'default' });

let base: string;
let server: EmbeddedDatabase;
let folder: HouseFolder;

test.beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'gatehouse-own-database-'));
  server = await startEmbedded({ folder: base, isDurable: false });
  await query(
    server.adminUrl,
    // What only our own database has from the beginning.
    `DROP ROLE ${APP_ROLE}`,
    `CREATE ROLE house LOGIN CREATEROLE PASSWORD 'hunter2'`,
    'CREATE DATABASE house OWNER house',
  );
});
test.afterAll(async () => {
  await server.stop();
  rmSync(base, { recursive: true, force: true });
});
test.beforeEach(() => {
  folder = houseFolder();
});
test.afterEach(() => folder.clear());

const address = ({ account = ACCOUNT, port = server.port, database = 'house' } = {}) =>
  `postgres://${account}@127.0.0.1:${port}/${database}`;

/** An empty variable counts as absent: what the product makes of the database alone. */
const start = async (env: Record<string, string>) =>
  folder.start(await freePort(), { GATEHOUSE_DEMO: '', GATEHOUSE_SECRET, ...env });

async function query(url: string, ...statements: string[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}

test('it is migrated and served with nothing of ours in it, and the next start finds what was made', async () => {
  const own = { DATABASE_URL: address(), GATEHOUSE_SECRET };
  const first = await start(own);
  await first.ready;
  expect(await (await fetch(`${first.url}/readyz`)).json()).toEqual({
    status: 'ready',
    database: 'ok',
    migrations: 'ok',
  });
  expect(first.output()).toMatch(/migrated 0001/);
  expect(first.output()).not.toContain('demo');
  expect(Object.keys(await (await fetch(`${first.url}/api/auth/providers`)).json())).toEqual([]);
  const counts = `SELECT (SELECT count(*)::int FROM people) AS people, (SELECT count(*)::int FROM apis) AS apis,
    (SELECT count(*)::int FROM environments) AS environments`;
  expect(await query(address(), counts)).toEqual([{ people: 0, apis: 0, environments: 3 }]);

  operator(['person', 'add', 'ada@example.test', '--name', 'Ada', '--role', 'admin'], own);
  const token = operator(['token', 'create', 'ada@example.test', '--name', 'first'], own);
  const whoAmI = async (url: string) =>
    (await fetch(`${url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } })).json();
  expect(await whoAmI(first.url)).toMatchObject({ email: 'ada@example.test', role: 'admin' });
  first.signal('SIGTERM');
  expect(await first.exited).toBe(0);

  const second = await start(own);
  await second.ready;
  expect(second.output()).not.toContain('migrated');
  expect(await whoAmI(second.url)).toMatchObject({ email: 'ada@example.test' });
  // A folder of data is what only the embedded database needs.
  expect(existsSync(folder.path)).toBe(false);
});

const REFUSALS: [what: string, env: () => Record<string, string>, sentence: string | RegExp][] = [
  [
    'no secret',
    () => ({ DATABASE_URL: address(), GATEHOUSE_SECRET: '' }),
    'GATEHOUSE_SECRET is required with DATABASE_URL: at least 32 characters, the same for every replica.',
  ],
  [
    'a secret that can be guessed',
    () => ({ DATABASE_URL: address(), GATEHOUSE_SECRET: 'short' }),
    'GATEHOUSE_SECRET must have at least 32 characters',
  ],
  [
    'another kind of database',
    () => ({ DATABASE_URL: 'mysql://127.0.0.1/house' }),
    /DATABASE_URL must .*postgres/,
  ],
  [
    'a database that is not there',
    () => ({ DATABASE_URL: address({ database: 'hous' }) }),
    /PostgreSQL at 127\.0\.0\.1:\d+\/hous cannot be used: database "hous" does not exist\.\nCheck DATABASE_URL/,
  ],
  [
    'a wrong password',
    () => ({ DATABASE_URL: address({ account: 'house:wrong-word' }) }),
    /cannot be used: password authentication failed for user "house"\.\nCheck DATABASE_URL/,
  ],
];
for (const [what, env, sentence] of REFUSALS) {
  test(`with ${what} it does not start, and says why in a sentence`, async () => {
    const house = await start(env());
    expect(await house.exited).toBe(1);
    expect(house.output()).toMatch(sentence);
    expect(house.output()).not.toMatch(/hunter2|wrong-word|\n\s+at /);
  });
}

test('where nobody listens yet it waits, says for whom, and can be stopped', async () => {
  const port = await freePort();
  const house = await start({ DATABASE_URL: address({ port }) });
  await expect.poll(house.output).toContain(`Waiting for PostgreSQL at 127.0.0.1:${port}/house …`);
  house.signal('SIGTERM');
  expect(await house.exited).toBe(0);
});
