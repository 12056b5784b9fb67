import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorker } from './worker-child.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-worker-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A worker that notes each of its starts and its orderly end; with `then` it goes on in its own way. */
function workerFile(then: string): { file: string; notes: () => string } {
  const notes = join(folder, 'notes');
  const file = join(folder, 'worker.mjs');
  writeFileSync(
    file,
    `import { appendFileSync } from 'node:fs';
     const note = (text) => appendFileSync(${JSON.stringify(notes)}, text);
     process.on('SIGTERM', () => { note('stop '); process.exit(0); });
     note('start ');
     ${then}`,
  );
  return { file, notes: () => (existsSync(notes) ? readFileSync(notes, 'utf8') : '') };
}

describe('the background worker', () => {
  it('is stopped with a signal that it can answer to', async () => {
    const { file, notes } = workerFile('setInterval(() => {}, 1000);');
    const worker = startWorker(file);
    await vi.waitFor(() => expect(notes()).toBe('start '), 10_000);
    await worker.stop();
    expect(notes()).toBe('start stop ');
  });

  it('is started again when it ends', async () => {
    const { file, notes } = workerFile('process.exit(1);');
    const worker = startWorker(file);
    await vi.waitFor(() => expect(notes()).toBe('start start '), 10_000);
    await worker.stop();
  });

  it('is killed when it does not stop', async () => {
    const { file, notes } = workerFile(
      "process.removeAllListeners('SIGTERM'); process.on('SIGTERM', () => note('no ')); setInterval(() => {}, 1000); note('deaf ');",
    );
    const worker = startWorker(file);
    await vi.waitFor(() => expect(notes()).toBe('start deaf '), 10_000);
    await worker.stop(100);
    expect(notes()).toBe('start deaf no ');
  });

  it('may be absent', async () => {
    await expect(startWorker(join(folder, 'none.mjs')).stop()).resolves.toBeUndefined();
  });
});
