import { execFile } from 'node:child_process';
import { chownSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { PlainError } from '#lib/plain-error.ts';

/** How to run a program as the account that owns the cluster. */
export interface Account {
  /** Null: the account that runs Gatehouse. */
  ids: { uid: number; gid: number } | null;
  /** Words before the program's own, where changing the account alone is not enough. */
  prefix: string[];
}

const OURS: Account = { ids: null, prefix: [] };

/**
 * PostgreSQL refuses to run as root. Then the account is the one that owns the cluster already, else `postgres` where
 * the machine has it, else `nobody`. `folders` are those it has to enter.
 */
export async function findAccount(cluster: string, program: string, folders: string[]): Promise<Account> {
  if (process.getuid?.() !== 0) return OURS;
  const ids = ownerOf(cluster) ??
    fromPasswd('postgres') ??
    fromPasswd('nobody') ?? { uid: 65_534, gid: 65_534 };
  const closed = folders.map((folder) => firstClosedFolder(folder, ids)).find((one) => one !== null);
  if (!closed) return { ids, prefix: [] };

  // A clone below /root, for instance: the account keeps the right to pass through folders, and nothing else of root.
  for (const right of ['dac_read_search', 'dac_override']) {
    const prefix = [
      'setpriv',
      `--reuid=${ids.uid}`,
      `--regid=${ids.gid}`,
      '--clear-groups',
      `--inh-caps=+${right}`,
      `--ambient-caps=+${right}`,
      // Without this bit access(2), by which PostgreSQL looks for its own programs, would not count the right.
      '--securebits=+no_setuid_fixup',
    ];
    if (await runs([...prefix, program, '--version'])) return { ids, prefix };
  }
  throw new PlainError(
    `PostgreSQL refuses to run as root, and the account it would run as (number ${ids.uid}) may not enter ${closed}.`,
    {
      hint: 'Start Gatehouse as an ordinary user, or move it (and GATEHOUSE_DATA) below a folder that everybody may enter, such as /srv.',
    },
  );
}

/** Program, arguments and options for `spawn`. */
export function asAccount(account: Account, program: string, args: string[]) {
  const [command = program, ...words] = [...account.prefix, program, ...args];
  const ids = account.prefix.length > 0 || !account.ids ? {} : account.ids;
  return { command, args: words, ids };
}

export function giveTo(account: Account, path: string): void {
  if (account.ids) chownSync(path, account.ids.uid, account.ids.gid);
}

function ownerOf(path: string) {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : null;
}

function fromPasswd(name: string) {
  try {
    const row = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .find((fields) => fields[0] === name);
    const [uid, gid] = [Number(row?.[2]), Number(row?.[3])];
    return uid > 0 && gid >= 0 ? { uid, gid } : null;
  } catch {
    return null;
  }
}

/** The first folder on the way into `folder`, itself included, which the account may not enter; null when the way is free. */
export function firstClosedFolder(folder: string, ids: { uid: number; gid: number }): string | null {
  const way: string[] = [];
  for (let at = realpathSync(folder); ; at = dirname(at)) {
    way.unshift(at);
    if (at === dirname(at)) break;
  }
  const isClosed = (one: string) => {
    const { mode, uid, gid } = statSync(one);
    const bit = uid === ids.uid ? 0o100 : gid === ids.gid ? 0o010 : 0o001;
    return (mode & bit) === 0;
  };
  return way.find(isClosed) ?? null;
}

async function runs([command = '', ...args]: string[]): Promise<boolean> {
  try {
    await promisify(execFile)(command, args, { cwd: '/' });
    return true;
  } catch {
    return false;
  }
}
