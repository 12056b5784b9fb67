import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface Product {
  base: string;
  /** Comes back when the address is answered with success. */
  answers: (path: string) => Promise<void>;
  stop: () => Promise<void>;
}

const PATIENCE_MS = 600_000;
const TURN_MS = 20;

/** What `npm start` runs, on a free port; the first one builds the pages where they are not. */
export async function startProduct(env: Record<string, string>): Promise<Product> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['bin/start.mjs'], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, PORT: String(port), GATEHOUSE_URL: base, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    base,
    answers: async (path) => {
      for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await pause(TURN_MS)) {
        const answer = await fetch(`${base}${path}`).catch(() => null);
        await answer?.arrayBuffer();
        if (answer?.ok) return;
        if (child.exitCode !== null) throw new Error('the product ended before it answered');
      }
      throw new Error(`${path} was never answered`);
    },
    stop: async () => {
      // To the first process alone, which passes it on: the database below it is stopped in its turn.
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
