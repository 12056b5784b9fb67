import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { liveHolder, processStart, tryLock, waitForLock } from './process-lock.mjs';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-lock-'));
  file = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NOBODY = { pid: 2 ** 22 + 7, started: '1' };

describe('a lock file', () => {
  it('is held once and free after its release', async () => {
    const first = await tryLock(file, { purpose: 'server' });
    expect(first.lock).toBeDefined();
    expect((await tryLock(file)).holder).toMatchObject({ pid: process.pid, purpose: 'server' });
    first.lock?.update({ url: 'here' });
    expect(liveHolder(file)).toMatchObject({ pid: process.pid, purpose: 'server', url: 'here' });
    first.lock?.release();
    expect(liveHolder(file)).toBeNull();
  });

  it.each([
    ['of a process that is gone', JSON.stringify(NOBODY)],
    ['of a number that was given away again', JSON.stringify({ pid: process.pid, started: 'earlier' })],
    ['that was never written to its end', ''],
  ])('%s is taken over', async (_, content) => {
    writeFileSync(file, content);
    expect(await tryLock(file)).toMatchObject({ recovered: true });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      pid: process.pid,
      started: processStart(process.pid),
    });
  });

  it('left by the dead goes to exactly one of many', async () => {
    writeFileSync(file, JSON.stringify(NOBODY));
    const attempts = await Promise.all(Array.from({ length: 20 }, () => tryLock(file)));
    expect(attempts.filter(({ lock }) => lock)).toHaveLength(1);
  });

  it('can be waited for', async () => {
    const { lock } = await tryLock(file);
    const waited: number[] = [];
    const second = waitForLock(file, {
      onWait: ({ pid }) => {
        waited.push(pid);
        lock?.release();
      },
    });
    expect((await second).lock).toBeDefined();
    expect(waited).toEqual([process.pid]);
  });

  it('is not waited for without end', async () => {
    await tryLock(file);
    expect((await waitForLock(file, { timeoutMs: 0 })).holder).toMatchObject({ pid: process.pid });
  });
});
