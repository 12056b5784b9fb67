import { beforeAll, describe, expect, it } from 'vitest';
import type pg from 'pg';
import { connect } from './client.ts';
import { REBUILDS, REWRITES, attempt } from './testing/rewriting-history.ts';
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
