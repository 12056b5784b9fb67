import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { MigrationError } from './migration-error.ts';

/** One key for every replica: two that boot together apply each migration once. */
const LOCK_KEY = 4_718_250_711;
const TURN_MS = 100;

/**
 * Ends with the connection. Asks again and again instead of waiting inside a statement: whoever builds an index beside
 * the traffic waits for all statements that run, and would wait for ours while ours waits for them.
 */
export async function lockMigrations(client: pg.Client, patienceMs: number): Promise<void> {
  for (const deadline = Date.now() + patienceMs; ; await pause(TURN_MS)) {
    const { rows } = await client.query<{ is: boolean }>(`SELECT pg_try_advisory_lock(${LOCK_KEY}) AS is`);
    if (rows[0]?.is) return;
    if (Date.now() >= deadline) break;
  }
  throw new MigrationError(
    `Another Gatehouse is migrating this database${await whoElse(client)} and was not done within ${Math.round(patienceMs / 1000)} s. Start again when it is.`,
  );
}

async function whoElse(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ pid: number }>(
    `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND (classid::bigint << 32) | objid::bigint = ${LOCK_KEY}`,
  );
  return rows[0] ? ` (process ${rows[0].pid} of PostgreSQL)` : '';
}
