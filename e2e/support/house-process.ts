import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = resolve(import.meta.dirname, '../..');

export interface HouseProcess {
  url: string;
  /** Everything it has printed so far. */
  output: () => string;
  /** Resolves when its first page can be had; fails when it ends before. */
  ready: Promise<void>;
  exited: Promise<number | null>;
  /** To the whole process group, as a terminal or a crash of the machine does. */
  signal: (name: NodeJS.Signals) => void;
  /** Processes below it that live, its database included. */
  alive: () => number[];
}

export interface HouseFolder {
  path: string;
  /** `npm start` as a person runs it, on this data folder. */
  start: (port: number, env?: Record<string, string>) => HouseProcess;
  /** Ends whatever was started here and removes the folder. */
  clear: () => Promise<void>;
}

export function houseFolder(): HouseFolder {
  const base = mkdtempSync(join(tmpdir(), 'gatehouse-process-'));
  chmodSync(base, 0o755);
  const path = join(base, 'data');
  const started: { house: HouseProcess; child: ChildProcess }[] = [];
  return {
    path,
    start: (port, env = {}) => {
      const one = startProcess(path, port, env);
      started.push(one);
      return one.house;
    },
    clear: async () => {
      for (const { house } of started) house.signal('SIGTERM');
      await Promise.all(started.map(({ house }) => Promise.race([house.exited, pause(20_000)])));
      for (const { house } of started) house.signal('SIGKILL');
      rmSync(base, { recursive: true, force: true });
    },
  };
}

function startProcess(folder: string, port: number, env: Record<string, string>) {
  const child = spawn(process.execPath, ['bin/start.mjs'], {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      PORT: String(port),
      GATEHOUSE_DATA: folder,
      GATEHOUSE_DEMO: '0',
      ...env,
    },
  });
  let text = '';
  let isOver = false;
  child.stdout.on('data', (chunk) => (text += chunk));
  child.stderr.on('data', (chunk) => (text += chunk));
  const exited = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  void exited.then(() => (isOver = true));
  const url = `http://127.0.0.1:${port}`;
  const known = new Map<number, string>();
  const remember = () => {
    for (const [pid, begun] of descendants(child.pid ?? 0)) known.set(pid, begun);
  };
  async function becomeReady() {
    while (!isOver) {
      const answer = await fetch(`${url}/readyz`).catch(() => null);
      remember();
      if (answer?.ok) return;
      await pause(50);
    }
    throw new Error(`it ended before it was ready:\n${text}`);
  }
  const ready = becomeReady();
  // A start that is meant to fail is judged by its exit.
  ready.catch(() => {});
  const house: HouseProcess = {
    url,
    output: () => text,
    ready,
    exited,
    signal: (name) => {
      try {
        process.kill(-(child.pid ?? 0), name);
      } catch {
        // The group is gone already.
      }
    },
    alive: () => [...known].filter(([pid, begun]) => statOf(pid)?.begun === begun).map(([pid]) => pid),
  };
  return { house, child };
}

/** Ids of a process and everything below it, with their start times, so that a reused id is no match. Linux only. */
function descendants(root: number): Map<number, string> {
  const all = (process.platform === 'linux' ? readdirSync('/proc') : [])
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)) ?? []);
  const found = all.filter(({ pid }) => pid === root);
  for (const one of found) found.push(...all.filter(({ parent }) => parent === one.pid));
  return new Map(found.map(({ pid, begun }) => [pid, begun]));
}

function statOf(pid: number) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? null : { pid, parent: Number(parent), begun: rest[17] ?? '' };
  } catch {
    return null;
  }
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
