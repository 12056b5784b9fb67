import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { bareEnv } from '#lib/env.ts';
import { asAccount } from './account.ts';
import type { Account } from './account.ts';
import type { DataFolder } from './data-folder.ts';
import { explainFailure, isPortTaken, isStillClosing } from './explain-failure.ts';
import { endLeftovers, readPostmasterFile } from './leftovers.ts';

export interface RunningPostgres {
  port: number;
  pid: number;
  /** Resolves when the process has ended, for whatever reason. */
  ended: Promise<void>;
  stop: () => Promise<void>;
  /** Ends it without waiting for anything, as a power cut does; the next start recovers. */
  abandon: () => Promise<void>;
  /** What it has said since it was started. */
  output: () => string;
}

export interface StartOptions {
  postgres: string;
  account: Account;
  isDurable: boolean;
  /** Keep this port; absent: any free one. */
  port?: number;
  say: (line: string) => void;
}

const ATTEMPTS = 8;
const MAX_LOG_BYTES = 10 * 1024 * 1024;

export async function startPostgres(folder: DataFolder, options: StartOptions): Promise<RunningPostgres> {
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const logStart = logSize(folder);
    const child = launch(folder, port, options);
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    });
    if (await isReady(folder, child, ended, options.say)) {
      const guard = guardAgainstOrphan(child.pid);
      return {
        port,
        pid: child.pid ?? 0,
        ended,
        stop: () => end(child, ended, guard, 'SIGINT'),
        abandon: () => end(child, ended, guard, 'SIGQUIT'),
        output: () => logFrom(folder, logStart),
      };
    }
    const output = logFrom(folder, logStart);
    const mayRetry = isStillClosing(output) || (isPortTaken(output) && !options.port);
    if (!mayRetry || attempt === ATTEMPTS)
      throw explainFailure(output, folder, 'The embedded PostgreSQL did not start.');
    await endLeftovers(folder.cluster);
    await pause(250);
  }
}

function launch(
  folder: DataFolder,
  port: number,
  { postgres, account, isDurable }: StartOptions,
): ChildProcess {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    random_page_cost: 1.1,
    max_wal_size: '1GB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    log_checkpoints: 'off',
    // Nothing that was answered is lost, except where a test throws the whole database away.
    ...(isDurable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { command, args, ids } = asAccount(account, postgres, [
    '-D',
    folder.cluster,
    '-p',
    String(port),
    ...flags,
  ]);
  // A file, not a pipe: the database must not fail when the process that reads the pipe is killed.
  const log = openSync(folder.log, 'a', 0o600);
  try {
    return spawn(command, args, {
      ...ids,
      cwd: '/',
      // A session of its own: Ctrl-C and a signal to the group reach us alone, and we stop it after the last answer.
      detached: true,
      stdio: ['ignore', log, log],
      env: bareEnv(),
    });
  } finally {
    closeSync(log);
  }
}

async function isReady(
  folder: DataFolder,
  child: ChildProcess,
  ended: Promise<void>,
  say: (line: string) => void,
) {
  let isOver = false;
  void ended.then(() => (isOver = true));
  const begun = Date.now();
  for (let told = 1; !isOver; await pause(10)) {
    const file = readPostmasterFile(folder.cluster);
    if (file?.pid === child.pid && file?.status === 'ready') return true;
    if (Date.now() - begun > told * 10_000) {
      say(`The database is still recovering, ${told * 10} s so far …`);
      told += 1;
    }
  }
  return false;
}

/** SIGINT is the orderly end: open transactions are rolled back, everything committed is on disk. */
async function end(
  child: ChildProcess,
  ended: Promise<void>,
  guard: ChildProcess | null,
  signal: 'SIGINT' | 'SIGQUIT',
) {
  child.kill(signal);
  const isOver = await Promise.race([ended.then(() => true), pause(20_000, false, { ref: false })]);
  if (!isOver) {
    child.kill('SIGQUIT');
    await ended;
  }
  guard?.kill('SIGKILL');
}

/**
 * Should this process be killed, nobody stops the database: a shell waits for the end of its standard input, which is
 * ours to keep open, and then does.
 */
function guardAgainstOrphan(pid: number | undefined): ChildProcess | null {
  if (process.platform === 'win32' || !pid) return null;
  const guard = spawn('/bin/sh', ['-c', 'read _; kill -INT "$0"', String(pid)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => {});
  guard.unref();
  if (guard.stdin && 'unref' in guard.stdin && typeof guard.stdin.unref === 'function') guard.stdin.unref();
  return guard;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Offsets are bytes: the log may contain any text. */
const logFrom = (folder: DataFolder, start: number) => readFileSync(folder.log).subarray(start).toString();

function logSize(folder: DataFolder): number {
  const size = statSync(folder.log, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= MAX_LOG_BYTES) return size;
  truncateSync(folder.log);
  return 0;
}
