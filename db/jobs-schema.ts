import { setTimeout as pause } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import type pg from 'pg';
import { APP_ROLE } from './roles.ts';

/** The queue's tables live apart from ours. */
export const JOBS_SCHEMA = 'jobs';

/**
 * Makes or upgrades the queue's tables as their owner; the worker, which runs as the application's role, never does.
 * Indexes that an upgrade builds beside running work are waited for: nobody else could build them.
 */
export async function ensureJobsSchema(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOBS_SCHEMA,
    max: 2,
    supervise: false,
    schedule: false,
    registerInstance: false,
    bamIntervalSeconds: 10,
  });
  let failure: unknown = null;
  boss.on('error', (error) => {
    failure = error;
  });
  try {
    await boss.start();
    while (failure === null && (await isBuilding(boss))) await pause(100);
  } finally {
    await boss.stop({ graceful: false });
  }
  if (failure !== null) throw failure;
}

const isBuilding = async (boss: PgBoss): Promise<boolean> =>
  (await boss.getBamStatus()).some(
    ({ status, count }) => count > 0 && (status === 'pending' || status === 'in_progress'),
  );

export async function grantJobsToApplication(client: pg.Client): Promise<void> {
  await client.query(`
    GRANT USAGE ON SCHEMA ${JOBS_SCHEMA} TO ${APP_ROLE};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${JOBS_SCHEMA} TO ${APP_ROLE};
  `);
}
