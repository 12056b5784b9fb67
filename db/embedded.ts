import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PlainError } from '#lib/plain-error.ts';
import { liveHolder, tryLock } from '#lib/process-lock.mjs';
import type { LockHolder } from '#lib/process-lock.mjs';
import { findAccount } from './embedded/account.ts';
import { findBinaries } from './embedded/binaries.ts';
import { createCluster, syncCluster } from './embedded/create-cluster.ts';
import { openDataFolder, readSecret } from './embedded/data-folder.ts';
import type { DataFolder } from './embedded/data-folder.ts';
import { ensureRoles, urlsFor } from './embedded/ensure-roles.ts';
import type { Urls } from './embedded/ensure-roles.ts';
import { damagedFolder, explainFailure } from './embedded/explain-failure.ts';
import { endLeftovers } from './embedded/leftovers.ts';
import { readPasswords } from './embedded/passwords.ts';
import { startPostgres } from './embedded/start-postgres.ts';
import type { RunningPostgres, StartOptions } from './embedded/start-postgres.ts';

export interface EmbeddedDatabase extends Urls {
  /** Generated once and kept in the data folder. */
  secret: string;
  port: number;
  pid: () => number;
  /** Tells those who find the folder in use how far we are, for instance the operator's command line. */
  announce: (details: Record<string, unknown>) => void;
  stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  folder: string;
  /** False only for databases that are thrown away: a crash of the machine may lose them, and they are faster. */
  isDurable?: boolean;
  /** One line for each thing a person may want to know. */
  say?: (line: string) => void;
  /** Shown to whoever finds the folder in use. */
  purpose?: 'server' | 'command';
}

/** The folder belongs to a process that lives. */
export class FolderInUse extends PlainError {
  readonly holder: LockHolder;

  constructor(folder: string, holder: LockHolder) {
    const where = typeof holder.url === 'string' ? ` and serves ${holder.url}` : '';
    super(`Gatehouse already runs on the data folder ${folder} (process ${holder.pid}${where}).`, {
      hint: 'Stop that one first, or give this one a folder and a port of its own: GATEHOUSE_DATA=/path/to/folder PORT=3001 npm start',
    });
    this.holder = holder;
  }
}

/**
 * Starts the database of a data folder, which it makes at the first start. After a crash it recovers by itself and says
 * so. While it runs the folder is locked; should the database end unasked, it is started again on the same port.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { isDurable = true, say = () => {}, purpose = 'server' } = options;
  const folder = openDataFolder(resolve(options.folder));
  const taken = await tryLock(folder.lock, { purpose, phase: 'starting' });
  if (!taken.lock) throw new FolderInUse(folder.path, taken.holder);
  const { lock, recovered } = taken;
  try {
    const secret = readSecret(folder);
    const passwords = readPasswords(folder);
    const { initdb, postgres } = await findBinaries();
    const account = await findAccount(folder.cluster, postgres, [dirname(postgres), folder.path]);
    if (recovered) say('The last run was killed without being able to tidy up; recovering.');
    const isNew = !existsSync(folder.cluster);
    if (!isNew) {
      if (!isCluster(folder)) throw damagedFolder(folder);
      if (await endLeftovers(folder.cluster)) say('Stopped the database that the last run had left behind.');
    } else {
      say(`Making the database in ${folder.path} …`);
      await createCluster(folder, { initdb, account, password: passwords.admin });
    }
    const starting: StartOptions = { postgres, account, isDurable, say };
    const running = await startPostgres(folder, starting);
    const urls = urlsFor(running.port, passwords);
    await ensureRoles(urls.adminUrl, passwords).catch(async (error: Error) => {
      await running.abandon();
      throw explainFailure(
        running.output(),
        folder,
        `The embedded database cannot be opened: ${error.message}`,
      );
    });
    lock.update({ databasePort: running.port });
    if (isNew && isDurable) syncCluster(folder, { initdb, account });
    const keeper = keepRunning(
      running,
      () => startPostgres(folder, { ...starting, port: running.port }),
      say,
    );
    return {
      ...urls,
      secret,
      port: running.port,
      pid: keeper.pid,
      announce: (details) => lock.update(details),
      stop: async () => {
        await keeper.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

const isCluster = ({ cluster }: DataFolder) =>
  ['PG_VERSION', 'global/pg_control', 'base'].every((name) => existsSync(join(cluster, name)));

/** What a second process needs to work on the database of a running server; null when no server has it ready. */
export function joinEmbedded(path: string): (Urls & { secret: string; url: string }) | null {
  const folder = openDataFolder(resolve(path));
  const holder = liveHolder(folder.lock);
  if (holder?.phase !== 'ready' || typeof holder.databasePort !== 'number') return null;
  return {
    ...urlsFor(holder.databasePort, readPasswords(folder)),
    secret: readSecret(folder),
    url: String(holder.url),
  };
}

/** Starts the database again when it ends unasked; the pools reconnect by themselves. */
function keepRunning(
  first: RunningPostgres,
  restart: () => Promise<RunningPostgres>,
  say: (line: string) => void,
) {
  let present = first;
  let isStopping = false;
  let restarting: Promise<void> = Promise.resolve();
  const watch = (one: RunningPostgres) =>
    void one.ended.then(() => {
      if (isStopping) return;
      restarting = again(250);
    });
  async function again(waitMs: number): Promise<void> {
    say('The database has ended unexpectedly; starting it again.');
    await pause(waitMs);
    if (isStopping) return;
    try {
      present = await restart();
      watch(present);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
      await again(Math.min(waitMs * 2, 30_000));
    }
  }
  watch(first);
  return {
    pid: () => present.pid,
    stop: async () => {
      isStopping = true;
      await restarting;
      await present.stop();
    },
  };
}
