import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { log } from '#lib/log.ts';

export interface WorkerChild {
  stop: (limitMs?: number) => Promise<void>;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;
/** A worker that has run this long is well: the next restart is quick again. */
const WELL_AFTER_MS = 60_000;

/**
 * Background jobs run in a process of their own, so that none of them can delay an answer. It is started again when it
 * ends, ever more slowly while it keeps failing, and ends with us: its channel closes.
 */
export function startWorker(file: string): WorkerChild {
  if (!existsSync(file)) return { stop: async () => {} };
  const stopping = new AbortController();
  let child: ChildProcess | null = null;

  async function keep() {
    for (let wait = FIRST_WAIT_MS; !stopping.signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      const begun = Date.now();
      child = spawn(process.execPath, [file], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
      const how = await ending(child);
      child = null;
      if (stopping.signal.aborted) return;
      if (Date.now() - begun > WELL_AFTER_MS) wait = FIRST_WAIT_MS;
      log.error({ how, restartInMs: wait }, 'the background worker has ended');
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }
  const kept = keep();

  return {
    stop: async (limitMs = 10_000) => {
      stopping.abort();
      child?.kill('SIGTERM');
      const isOver = await Promise.race([kept.then(() => true), pause(limitMs, false, { ref: false })]);
      if (!isOver) child?.kill('SIGKILL');
      await kept;
    },
  };
}

function ending(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`));
  });
}
