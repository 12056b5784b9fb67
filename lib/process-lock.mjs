// A lock file that names its holder, so that the lock of a killed process is recognised and taken over.
// Plain JavaScript without dependencies: it also guards the installation, before anything is installed.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** When a process began, as opaque text: with it a reused process id is not mistaken for the holder. */
export function processStart(pid) {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      // A zombie holds nothing any more.
      return fields[0] === 'Z' ? null : fields[19];
    }
    process.kill(pid, 0);
    if (process.platform === 'win32') return 'alive';
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch (error) {
    return error.code === 'EPERM' ? 'alive' : null;
  }
}

export const isAlive = ({ pid, started }) => {
  const now = processStart(pid);
  return now !== null && (now === started || now === 'alive');
};

/** The holder as written, or null when there is none or its file says nothing usable. */
export function readLock(file) {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8'));
    return Number.isInteger(holder?.pid) ? holder : null;
  } catch {
    return null;
  }
}

/** Who holds the lock and lives; null when nobody does. */
export function liveHolder(file) {
  const holder = readLock(file);
  return holder && isAlive(holder) ? holder : null;
}

/**
 * Tries once. `{ lock, recovered }` when it is ours (`recovered`: a dead process had left it), else `{ holder }`.
 * `details` are further fields for those who read the file.
 */
export async function tryLock(file, details = {}) {
  const own = { pid: process.pid, started: processStart(process.pid), ...details };
  let recovered = false;
  for (let attempt = 0; attempt < 20; attempt += 1) {
    try {
      writeFileSync(file, JSON.stringify(own), { flag: 'wx', mode: 0o600 });
      return { lock: heldLock(file, own), recovered };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    let holder = readLock(file);
    // Between creation and its first write the file is empty for a moment.
    for (let wait = 0; !holder && wait < 10; wait += 1) {
      await pause(20);
      holder = readLock(file);
    }
    if (holder && isAlive(holder)) return { holder };
    recovered = takeAway(file, holder) || recovered;
  }
  throw new Error(`cannot take the lock ${file}`);
}

/** Waits until the lock is free; `onWait` is told once whom it waits for. */
export async function waitForLock(file, { details = {}, timeoutMs = 15 * 60_000, onWait } = {}) {
  const deadline = Date.now() + timeoutMs;
  for (let told = false; ;) {
    const taken = await tryLock(file, details);
    if (taken.lock) return taken;
    if (Date.now() > deadline) return taken;
    if (!told) onWait?.(taken.holder);
    told = true;
    await pause(100);
  }
}

/** Moves a dead lock aside; if another process was faster and the moved file is a new lock, puts it back. */
function takeAway(file, expected) {
  const aside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    renameSync(file, aside);
  } catch {
    return false;
  }
  const moved = readLock(aside);
  if (moved && (moved.pid !== expected?.pid || moved.started !== expected?.started) && isAlive(moved)) {
    renameSync(aside, file);
    return false;
  }
  rmSync(aside, { force: true });
  return true;
}

function heldLock(file, own) {
  let present = own;
  return {
    /** Replaces the further fields in one step, so that readers see the old or the new ones. */
    update(details) {
      present = { ...present, ...details };
      const next = `${file}.${process.pid}.next`;
      writeFileSync(next, JSON.stringify(present), { mode: 0o600 });
      renameSync(next, file);
    },
    release() {
      const holder = readLock(file);
      if (holder?.pid === own.pid && holder.started === own.started) rmSync(file, { force: true });
    },
  };
}
