import type pg from 'pg';

/** Statements that would change what was written; each is refused with insufficient_privilege. */
export const REWRITES = [
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

/** Statements that would make a rewrite possible; each is refused like one, or as `must be owner`, which has the same code. */
export const REBUILDS = [
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

/** Runs in a transaction of its own that is undone, should it succeed: `done`, or the SQLSTATE of the refusal. */
export async function attempt(pool: pg.Pool, statement: string): Promise<string> {
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
