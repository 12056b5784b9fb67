import { env } from '#lib/env.ts';
import { closeAll } from '#lib/lifecycle.ts';
import { log } from '#lib/log.ts';
import { ALL_JOBS } from '#lib/server/jobs/all-jobs.ts';
import { startJobs } from '#lib/server/jobs/start-jobs.ts';

// The background worker: started by the server beside it, and ends with it.

const starting = startJobs(env().appDatabaseUrl, ALL_JOBS);
let isStopping = false;

async function stop(reason: string): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  log.info({ reason }, 'the background worker stops');
  // One that never got to its start has nothing to end.
  const jobs = await Promise.race([starting, new Promise<null>((done) => setImmediate(done, null))]);
  await jobs?.stop();
  await closeAll();
  process.exit(0);
}

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => void stop(name));
// The server is gone, however it ended.
process.on('disconnect', () => void stop('the server ended'));

starting.then(
  () => log.info({ jobs: ALL_JOBS.map(({ name }) => name) }, 'the background worker runs'),
  (error: unknown) => {
    log.fatal({ err: error }, 'the background worker cannot start');
    process.exit(1);
  },
);
