import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What a running PostgreSQL writes into its folder. */
export interface PostmasterFile {
  pid: number;
  status: string;
}

export function readPostmasterFile(cluster: string): PostmasterFile | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, status: lines[7]?.trim() ?? '' } : null;
  } catch {
    return null;
  }
}

/**
 * Ends what a killed Gatehouse has left running on this cluster. Only to be called while holding the folder's lock.
 * Returns true when there was something to end.
 */
export async function endLeftovers(cluster: string): Promise<boolean> {
  const file = readPostmasterFile(cluster);
  if (!file) return false;
  const running = () => clusterProcesses(cluster, file.pid);
  if (running().length === 0) {
    // The number may belong to another program by now, which PostgreSQL would take for itself.
    if (isAlive(file.pid)) rmSync(join(cluster, 'postmaster.pid'), { force: true });
    return false;
  }
  // Orderly first; then without waiting for anything, as after a power cut, which PostgreSQL survives.
  for (const [name, milliseconds] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5000],
    ['SIGKILL', 5000],
  ] as const) {
    const left = running();
    send(left.includes(file.pid) ? [file.pid] : left, name);
    for (const end = Date.now() + milliseconds; Date.now() < end; await pause(20)) {
      if (running().length === 0) return true;
    }
  }
  return true;
}

/** Processes whose working folder is the cluster: its main process and, should that be dead, those it leaves behind. */
function clusterProcesses(cluster: string, mainPid: number): number[] {
  const folder = realpathSync(cluster);
  if (process.platform !== 'linux')
    return isAlive(mainPid) && commandOf(mainPid).includes(cluster) ? [mainPid] : [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && workingFolder(pid) === folder && /postgres/.test(commandOf(pid)));
}

function workingFolder(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function send(pids: number[], name: NodeJS.Signals) {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // It has ended by itself.
    }
  }
}
