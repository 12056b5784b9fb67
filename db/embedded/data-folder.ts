import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '#lib/plain-error.ts';

export interface DataFolder {
  path: string;
  /** The cluster itself, and where a new one grows until it is complete. */
  cluster: string;
  newCluster: string;
  log: string;
  lock: string;
}

/** Makes the folder, or says why that is impossible. */
export function openDataFolder(path: string): DataFolder {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    // The database then runs under another account, which must be able to pass through; the files inside stay closed.
    if (process.getuid?.() === 0) chmodSync(path, 0o711);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reasons: Record<string, string> = {
      ENOTDIR: 'something on the way there is a file',
      EEXIST: 'it is a file',
      EROFS: 'its file system is read-only',
      ENOSPC: 'the disk is full',
    };
    const reason = reasons[code ?? ''] ?? 'this account may not write there';
    throw new PlainError(`The data folder ${path} cannot be used: ${reason}.`, {
      hint: 'Start Gatehouse as the owner of that folder, or choose another one: GATEHOUSE_DATA=/path/to/folder npm start',
      cause: error,
    });
  }
  return {
    path,
    cluster: join(path, 'postgres'),
    newCluster: join(path, 'postgres.new'),
    log: join(path, 'postgres.log'),
    lock: join(path, 'in-use.json'),
  };
}

/** Content of a private file, made at the first call. Two callers at once get the same content. */
export function readOrCreate(folder: DataFolder, name: string, make: () => string): string {
  const file = join(folder.path, name);
  const present = readIfThere(file);
  if (present) return present;
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeSync(handle, make());
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    rmIfEmpty(file);
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8');
}

/** A crash of the machine can leave an empty file behind, which says nothing worth keeping. */
function rmIfEmpty(file: string) {
  if (readIfThere(file) === '') rmSync(file);
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The secret that sessions and tokens are hashed with when none is given. */
export const readSecret = (folder: DataFolder): string =>
  readOrCreate(folder, 'secret', () => randomBytes(32).toString('hex'));
