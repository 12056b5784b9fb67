import { readFileSync } from 'node:fs';
import { corpusPaths } from './corpus.ts';

interface Scanning {
  base: string;
  token: string;
  /** Requests under way at the same time. */
  atOnce: number;
}

/** Sends real descriptions to be scanned, one after the other, until it is stopped; that tells how many were. */
export function scanAll({ base, token, atOnce }: Scanning): { stop: () => Promise<number> } {
  const paths = corpusPaths();
  let next = 0;
  let scanned = 0;
  let isStopped = false;

  async function work(): Promise<void> {
    while (!isStopped) {
      const path = paths[next++ % paths.length] ?? '';
      const answer = await fetch(`${base}/api/v1/scan`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: readFileSync(path),
      });
      if (!answer.ok)
        throw new Error(`scanning ${path} was answered ${answer.status}: ${await answer.text()}`);
      await answer.arrayBuffer();
      scanned += 1;
    }
  }

  const working = Promise.all(Array.from({ length: atOnce }, work));
  // Heard of when it is stopped; until then it is nobody's unhandled rejection.
  working.catch(() => undefined);
  return {
    stop: async () => {
      isStopped = true;
      await working;
      return scanned;
    },
  };
}
