import { beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import { connect } from './client.ts';
import { createTestDatabase } from './testing/test-database.ts';
import type { TestDatabase } from './testing/test-database.ts';

let database: TestDatabase;
let owner: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = connect(database.ownerUrl, { asApplication: false }).pool;
  await add('first');
  return async () => {
    await owner.end();
    await database.drop();
  };
});

const add = (actor: string) =>
  database.pool.query(
    `INSERT INTO audit_events (at, actor, actor_kind, action, subjects, event) VALUES (now(), $1, 'system', 'x', '{}', '{}')`,
    [actor],
  );

const history = async () =>
  (await owner.query('SELECT seq, actor, event FROM audit_events ORDER BY seq')).rows;

const REWRITES = [
  ['change an event', `UPDATE audit_events SET actor = 'somebody else'`],
  [
    'change one by insert',
    `INSERT INTO audit_events OVERRIDING SYSTEM VALUE SELECT * FROM audit_events ON CONFLICT (seq) DO UPDATE SET actor = 'x'`,
  ],
  [
    'change one by merge',
    `MERGE INTO audit_events e USING (SELECT 1) one ON true WHEN MATCHED THEN UPDATE SET actor = 'x'`,
  ],
  ['remove an event', 'DELETE FROM audit_events'],
  ['remove all at once', 'TRUNCATE audit_events'],
  ['remove all with what hangs on it', 'TRUNCATE audit_events CASCADE'],
] as const;

const REBUILDS = [
  ['disable the triggers', 'ALTER TABLE audit_events DISABLE TRIGGER ALL'],
  ['disable one trigger', 'ALTER TABLE audit_events DISABLE TRIGGER audit_events_no_rewrite'],
  ['drop a trigger', 'DROP TRIGGER audit_events_no_rewrite ON audit_events'],
  [
    'replace what the triggers do',
    `CREATE OR REPLACE FUNCTION refuse_rewriting_history() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`,
  ],
  ['play replica, for which triggers rest', 'SET session_replication_role = replica'],
  ['alter the table', 'ALTER TABLE audit_events ADD COLUMN extra text'],
  ['alter a column', 'ALTER TABLE audit_events ALTER COLUMN event TYPE varchar(3)'],
  ['drop the table', 'DROP TABLE audit_events'],
  ['rename the table', 'ALTER TABLE audit_events RENAME TO old_events'],
  ['put a rule in the way', 'CREATE RULE forget AS ON INSERT TO audit_events DO INSTEAD NOTHING'],
  [
    'put a trigger in the way',
    'CREATE TRIGGER forget BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_history()',
  ],
  ['take the table', 'ALTER TABLE audit_events OWNER TO CURRENT_USER'],
  [
    'give itself the right',
    `GRANT UPDATE ON audit_events TO CURRENT_USER; UPDATE audit_events SET actor = 'x'`,
  ],
  ['start the numbers again', 'ALTER TABLE audit_events ALTER COLUMN seq RESTART WITH 1'],
  ['drop the schema', 'DROP SCHEMA public CASCADE'],
  ['shadow the table', 'CREATE TABLE public.audit_event (id int)'],
] as const;

/** Runs in a transaction of its own that is undone, should it succeed. */
async function attempt(pool: pg.Pool, statement: string): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(statement);
    return 'done';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

describe('the role of the application', () => {
  it('is not the one that logs in', async () => {
    const { rows } = await database.pool.query(
      'SELECT current_user AS role, usesuper FROM pg_user RIGHT JOIN (SELECT 1) x ON usename = current_user',
    );
    expect(rows).toEqual([{ role: 'gatehouse_app', usesuper: false }]);
  });

  it.each([...REWRITES, ...REBUILDS])('cannot %s', async (_name, statement) => {
    const before = await history();
    // insufficient_privilege, or "must be owner" which has the same code
    expect(await attempt(database.pool, statement)).toBe('42501');
    expect(await history()).toEqual(before);
  });

  it('cannot choose the number of an event', async () => {
    const statement = `INSERT INTO audit_events (seq, at, actor, actor_kind, action, subjects, event) VALUES (0, now(), 'x', 'system', 'x', '{}', '{}')`;
    expect(await attempt(database.pool, statement)).toBe('428C9');
  });

  it('cannot set the sequence back', async () => {
    expect(
      await attempt(database.pool, `SELECT setval(pg_get_serial_sequence('audit_events', 'seq'), 1, false)`),
    ).toBe('42501');
  });

  it('can add events and read them', async () => {
    await add('second');
    expect((await history()).map((row) => row.actor)).toEqual(['first', 'second']);
  });

  it('cannot say that a migration was made', async () => {
    expect(
      await attempt(database.pool, `INSERT INTO gatehouse_migrations (name, checksum) VALUES ('x', 'x')`),
    ).toBe('42501');
  });
});

describe('the owner of the tables', () => {
  it.each(REWRITES)('cannot %s while the triggers stand', async (_name, statement) => {
    const before = await history();
    expect(await attempt(owner, statement)).toBe('42501');
    expect(await history()).toEqual(before);
  });
});
