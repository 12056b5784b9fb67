import { PgBoss } from 'pg-boss';
import { JOBS_SCHEMA } from '#db/jobs-schema.ts';
import { APP_ROLE } from '#db/roles.ts';
import { log } from '#lib/log.ts';
import { makeContext } from '../make-context.ts';
import { SYSTEM } from '../system-actor.ts';
import type { Job } from './job.ts';

/** A lost database may be away for long; the worker waits for it, ever more patiently. */
const START_ATTEMPTS = 1000;
const DAY = 86_400;
/** How often a job that is due rarely is asked for: a worker that lives shortly must not miss its turn. */
const LONGEST_WAIT_SECONDS = 60;

export interface RunningJobs {
  /** Lets what has begun end, then closes the queue. */
  stop: () => Promise<void>;
}

/**
 * Runs the jobs on the queue in the database. Every replica asks for every job in every span, and the queue keeps one
 * of the requests, so that the work is done once whoever is alive. Asking and working go on after the database was away.
 */
export async function startJobs(databaseUrl: string, jobs: readonly Job[]): Promise<RunningJobs> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    options: `-c role=${APP_ROLE} -c timezone=UTC`,
    schema: JOBS_SCHEMA,
    application_name: 'gatehouse-worker',
    max: 4,
    migrate: false,
    schedule: false,
    reindex: false,
  });
  boss.on('error', (error) => log.warn({ err: error }, 'the queue of background jobs'));
  boss.on('warning', ({ message }) => log.warn({ message }, 'the queue of background jobs'));
  await boss.start({ attempts: START_ATTEMPTS });
  const stopping = new AbortController();
  const timers = new Set<NodeJS.Timeout>();
  for (const job of jobs) {
    await boss.createQueue(job.name, queueOptions(job));
    await boss.updateQueue(job.name, queueOptions(job));
    await boss.work(
      job.name,
      { pollingIntervalSeconds: Math.min(30, Math.max(1, job.everySeconds / 10)) },
      () => runJob(job, stopping.signal),
    );
    const ask = () => void askFor(boss, job);
    timers.add(setInterval(ask, Math.min(job.everySeconds, LONGEST_WAIT_SECONDS) * 1000));
    ask();
  }
  return {
    stop: async () => {
      stopping.abort();
      for (const timer of timers) clearInterval(timer);
      await boss.stop({ graceful: true, timeout: 8000 });
    },
  };
}

/** A job that failed is not repeated: its next turn comes anyway, and does what is due then. */
const queueOptions = ({ expireInSeconds = 300 }: Job) => ({
  retryLimit: 0,
  expireInSeconds,
  retentionSeconds: DAY,
  deleteAfterSeconds: DAY,
});

async function askFor(boss: PgBoss, { name, everySeconds }: Job): Promise<void> {
  try {
    await boss.send(name, null, { singletonSeconds: everySeconds });
  } catch (error) {
    log.warn({ job: name, err: error }, 'a background job could not be asked for');
  }
}

async function runJob(job: Job, signal: AbortSignal): Promise<void> {
  const started = performance.now();
  const done = await job.run(makeContext(SYSTEM), signal).catch((error: unknown) => {
    log.error({ job: job.name, err: error }, 'a background job failed');
    throw error;
  });
  const level = done > 0 ? 'info' : 'debug';
  log[level](
    { job: job.name, done, milliseconds: Math.round(performance.now() - started) },
    'background job',
  );
}
