import { afterEach, describe, expect, it, vi } from 'vitest';
import { connect } from '#db/client.ts';
import { newId } from '#db/new-id.ts';
import { people, sessions } from '#db/schema/people.ts';
import { makeContext } from '../make-context.ts';
import { SYSTEM } from '../system-actor.ts';
import { randomSlug, useTestWorld } from '../testing/test-world.ts';
import { forgetOldKeysJob, forgetSessionsJob } from './forget-jobs.ts';
import type { Job } from './job.ts';
import { refreshPostureJob } from './refresh-posture-job.ts';
import { startJobs } from './start-jobs.ts';
import type { RunningJobs } from './start-jobs.ts';

const world = useTestWorld();
const running: RunningJobs[] = [];
const never = new AbortController().signal;
const now = () => makeContext(SYSTEM);

afterEach(async () => {
  for (const jobs of running.splice(0)) await jobs.stop();
});

function countingJob(more: Partial<Job> = {}) {
  const runs: number[] = [];
  const job: Job = {
    name: randomSlug('job'),
    everySeconds: 1,
    run: async () => {
      runs.push(Date.now());
      return 1;
    },
    ...more,
  };
  return { job, runs };
}

async function start(...jobs: Job[]) {
  running.push(await startJobs(world.database.ownerUrl, jobs));
}

const untilIt = (assertion: () => void) => vi.waitFor(assertion, { timeout: 20_000, interval: 50 });

describe('background jobs', () => {
  it('run again and again, as the role of the application', async () => {
    const roles: string[] = [];
    const { job, runs } = countingJob();
    const run: Job['run'] = async (ctx, signal) => {
      const { rows } = await ctx.db.execute<{ role: string }>('SELECT current_user AS role');
      roles.push(rows[0]!.role);
      return job.run(ctx, signal);
    };
    await start({ ...job, run });
    await untilIt(() => expect(runs.length).toBeGreaterThan(2));
    expect(new Set(roles)).toEqual(new Set(['gatehouse_app']));
  });

  it('run once in a span however many replicas there are', async () => {
    const { job, runs } = countingJob({ everySeconds: 3600 });
    const other = countingJob();
    await start(job, other.job);
    await start(job, other.job);
    await untilIt(() => expect(other.runs.length).toBeGreaterThan(3));
    expect(runs).toHaveLength(1);
  });

  it('go on after one of them failed', async () => {
    const { job, runs } = countingJob();
    const run: Job['run'] = async (ctx, signal) => {
      await job.run(ctx, signal);
      throw new Error('on purpose');
    };
    await start({ ...job, run });
    await untilIt(() => expect(runs.length).toBeGreaterThan(1));
  });

  it('go on after every connection was cut', async () => {
    const { job, runs } = countingJob();
    await start(job);
    await untilIt(() => expect(runs.length).toBeGreaterThan(0));
    await cutConnections();
    const before = runs.length;
    await untilIt(() => expect(runs.length).toBeGreaterThan(before + 1));
  });

  it('are asked to stop between two steps', async () => {
    let wasAsked = false;
    let hasBegun = false;
    const run: Job['run'] = async (_ctx, signal) => {
      hasBegun = true;
      await new Promise((done) => signal.addEventListener('abort', done));
      wasAsked = true;
      return 1;
    };
    await start(countingJob({ run }).job);
    await untilIt(() => expect(hasBegun).toBe(true));
    await running.pop()!.stop();
    expect(wasAsked).toBe(true);
  });
});

/** Those of the queue; the test keeps its own. */
async function cutConnections() {
  const owner = connect(world.database.ownerUrl, { asApplication: false, max: 1 });
  const { rows } = await owner.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'gatehouse-worker' AND datname = current_database()`,
  );
  await owner.close();
  expect(rows.length).toBeGreaterThan(0);
}

describe('what they do', () => {
  it('computes anew what time has made out of date', async () => {
    const person = await world.person('person');
    const slug = randomSlug('api');
    const json = {
      slug,
      name: 'API',
      kind: 'rest',
      exposure: 'internal',
      dataClass: 'public',
      criticality: 'low',
      lifecycle: 'design',
    };
    expect((await person.api.post('/apis', { json })).status).toBe(201);
    const due = `UPDATE posture SET refresh_at = now() - interval '1 minute', reason_codes = '{}', outcome = 'allowed'`;
    await world.database.pool.query(due);
    expect(await refreshPostureJob.run(now(), never)).toBe(1);
    const { rows } = await world.database.pool.query('SELECT outcome FROM posture');
    expect(rows.every((row) => row.outcome === 'prevented')).toBe(true);
    expect(await refreshPostureJob.run(now(), never)).toBe(0);
  });

  it('forgets answers and sessions that nobody can use any more', async () => {
    const person = await world.person('person');
    const { db, pool } = world.database;
    await person.api.post('/tokens', { json: { name: 'kept' }, headers: { 'idempotency-key': 'kept' } });
    await person.api.post('/tokens', { json: { name: 'old' }, headers: { 'idempotency-key': 'old' } });
    await pool.query(
      `UPDATE idempotency_keys SET created_at = now() - interval '25 hours' WHERE key = 'old'`,
    );
    expect(await forgetOldKeysJob.run(now(), never)).toBe(1);
    expect((await pool.query('SELECT key FROM idempotency_keys')).rows).toEqual([{ key: 'kept' }]);
    const [owner] = await db.select({ id: people.id }).from(people).limit(1);
    const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
    const rows = [1, -1, -48].map((count) => ({ id: newId(), personId: owner!.id, expiresAt: hours(count) }));
    await db.insert(sessions).values(rows);
    expect(await forgetSessionsJob.run(now(), never)).toBe(1);
    expect(await db.$count(sessions)).toBe(2);
  });
});
