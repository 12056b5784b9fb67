import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { FolderInUse, startEmbedded } from '#db/embedded.ts';
import { PlainError } from '#lib/plain-error.ts';
import type { Settings } from '#lib/settings.ts';

export interface HouseDatabase {
  ownerUrl: string;
  appUrl: string;
  secret: string;
  isEmbedded: boolean;
  /** Tells other processes that meet the data folder's lock; nothing where there is no data folder. */
  announce: (details: Record<string, unknown>) => void;
  stop: () => Promise<void>;
}

interface Options {
  say: (line: string) => void;
  purpose: 'server' | 'command';
  /** How long a database of one's own may keep us waiting, for instance while it boots beside us. */
  patienceMs: number;
}

const OLDEST_VERSION = 15;

/** The database that the settings name: an embedded one is started, another is checked. */
export function openDatabase(settings: Settings, options: Options): Promise<HouseDatabase> {
  return settings.databaseUrl === null
    ? openEmbedded(settings.dataFolder, options)
    : openExternal(settings.databaseUrl, settings.secret ?? '', options);
}

async function openEmbedded(folder: string, { say, purpose }: Options): Promise<HouseDatabase> {
  for (const deadline = Date.now() + 60_000; ; await pause(100)) {
    try {
      return { ...(await startEmbedded({ folder, say, purpose })), isEmbedded: true };
    } catch (error) {
      // A command of the operator holds the folder for a moment only; a server stays.
      const isBrief = error instanceof FolderInUse && error.holder.purpose === 'command';
      if (!isBrief || Date.now() > deadline) throw error;
    }
  }
}

async function openExternal(
  url: string,
  secret: string,
  { say, patienceMs }: Options,
): Promise<HouseDatabase> {
  const deadline = Date.now() + patienceMs;
  for (let hasTold = false; ; hasTold = true) {
    try {
      await checkVersion(url);
      break;
    } catch (error) {
      if (error instanceof PlainError || Date.now() > deadline) throw unreachable(url, error);
      if (!hasTold) say(`Waiting for PostgreSQL at ${placeOf(url)} …`);
      await pause(1000);
    }
  }
  return { ownerUrl: url, appUrl: url, secret, isEmbedded: false, announce: () => {}, stop: async () => {} };
}

async function checkVersion(url: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::int AS version`,
    );
    const complaint = complaintAboutVersion(rows[0]?.version ?? 0, placeOf(url));
    if (complaint) throw complaint;
  } catch (error) {
    // Refused by a server that answers: waiting does not help.
    const { code } = error as { code?: unknown };
    if (typeof code === 'string' && /^(28|3D|42)/.test(code)) throw unreachable(url, error);
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

/** `version` as PostgreSQL counts it: 150004 is 15.4. */
export function complaintAboutVersion(version: number, place: string): PlainError | null {
  const major = Math.floor(version / 10_000);
  if (major >= OLDEST_VERSION) return null;
  return new PlainError(
    `PostgreSQL at ${place} is version ${major}; Gatehouse needs ${OLDEST_VERSION} or newer.`,
    { hint: 'Name a newer one in DATABASE_URL, or leave DATABASE_URL away to use the embedded one.' },
  );
}

/** Marks failures that the operator's command line reports as "unreachable". */
export class DatabaseUnreachable extends PlainError {}

function unreachable(url: string, error: unknown): Error {
  if (error instanceof PlainError) return error;
  const reason =
    error instanceof Error ? error.message || String((error as { code?: unknown }).code) : String(error);
  return new DatabaseUnreachable(`PostgreSQL at ${placeOf(url)} cannot be used: ${reason}.`, {
    hint: 'Check DATABASE_URL, or leave it away to use the embedded database.',
    cause: error,
  });
}

/** Where the database is, without the credentials. */
export function placeOf(url: string): string {
  const { host, pathname, searchParams } = new URL(url);
  return `${host || searchParams.get('host') || 'localhost'}${pathname}`;
}
