import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createWorkerPool } from './worker-pool.ts';
import type { PoolOptions, WorkerPool } from './worker-pool.ts';
import { bytesOf } from './testing/bytes-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-pool-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A worker that does what the text of the description says. */
const workerPath = join(folder, 'worker.mjs');
writeFileSync(
  workerPath,
  `process.on('disconnect', () => process.exit());
  process.on('message', ({ kind, sources }) => {
    const text = new TextDecoder().decode(sources[0].bytes);
    if (text === 'spin') for (;;);
    if (text === 'exit') process.exit(3);
    if (text === 'throw') throw new Error('a fault in the worker');
    if (text === 'fill') for (const all = []; ;) all.push(new Array(1000).fill(all.length));
    if (text === 'refuse') process.send({ refusal: { status: 422, code: 'description.test', detail: 'No.', errors: [{ pointer: '/a', detail: 'b' }] } });
    else if (text === 'fault') process.send({ fault: new Error('a fault in the code') });
    else process.send({ result: { kind, text, pid: process.pid, mediaType: sources[0].mediaType, length: sources.length } });
  });`,
);

let pool: WorkerPool | undefined;
afterEach(() => pool?.close());

function start(options: Partial<PoolOptions> = {}) {
  const made = createWorkerPool({
    workerPath,
    size: 1,
    memoryMb: 64,
    timeMs: 20_000,
    maxWaiting: 2,
    idleMs: 60_000,
    ...options,
  });
  pool = made;
  return (text: string) => made.run('analyse', [{ bytes: bytesOf(text), mediaType: 'text/x' }]);
}

describe('the pool of workers', () => {
  it('hands over the bytes and answers what the worker answers', async () => {
    const run = start();
    expect(await run('hello')).toMatchObject({
      kind: 'analyse',
      text: 'hello',
      mediaType: 'text/x',
      length: 1,
    });
  });

  it('leaves the bytes of the caller alone, and sends only those', async () => {
    start();
    const whole = bytesOf('before inside after');
    const part = whole.subarray(7, 13);
    expect(await pool?.run('occurrences', [{ bytes: part }])).toMatchObject({ text: 'inside' });
    expect(part.byteLength).toBe(6);
    expect(new TextDecoder().decode(whole)).toBe('before inside after');
  });

  it('turns a refusal into the error that was thrown', async () => {
    const run = start();
    const refusal = {
      name: 'DescriptionError',
      status: 422,
      code: 'description.test',
      detail: 'No.',
      errors: [{ pointer: '/a', detail: 'b' }],
    };
    await expect(run('refuse')).rejects.toMatchObject(refusal);
    await expect(run('fault')).rejects.toThrow('a fault in the code');
  });

  it('stops a worker that takes too long and goes on with another', async () => {
    const run = start({ timeMs: 2000 });
    const spinning = run('spin');
    const next = run('next');
    await expect(spinning).rejects.toMatchObject({ status: 422, code: 'description.time-limit' });
    expect(await next).toMatchObject({ text: 'next' });
  });

  it('survives a worker that runs out of memory, throws or ends', async () => {
    const run = start();
    await expect(run('fill')).rejects.toMatchObject({ status: 422, code: 'description.memory-limit' });
    await expect(run('throw')).rejects.toThrow('a fault in the worker');
    await expect(run('exit')).rejects.toThrow('stopped before it had answered');
    expect(await run('again')).toMatchObject({ text: 'again' });
  });

  it('refuses work when too much waits', async () => {
    const run = start({ timeMs: 2000 });
    const results = Promise.allSettled([run('spin'), run('one'), run('two')]);
    await expect(run('three')).rejects.toMatchObject({ status: 503, code: 'busy' });
    expect((await results).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(await run('four')).toMatchObject({ text: 'four' });
  });

  it('uses one worker again and no more than it may', async () => {
    const run = start({ size: 2, maxWaiting: 100 });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => run(String(index))));
    expect(answers.map((answer) => Reflect.get(answer, 'text'))).toEqual(
      Array.from({ length: 20 }, (_, index) => String(index)),
    );
    expect(new Set(answers.map((answer) => Reflect.get(answer, 'pid'))).size).toBeLessThanOrEqual(2);
  });

  it('gives an idle worker back', async () => {
    const run = start({ idleMs: 1 });
    const first = Reflect.get(await run('a'), 'pid');
    await expect.poll(async () => Reflect.get(await run('b'), 'pid')).not.toBe(first);
  });
});
