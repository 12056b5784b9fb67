import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findAccount } from './embedded/account.ts';
import { findBinaries } from './embedded/binaries.ts';
import { createCluster } from './embedded/create-cluster.ts';
import { openDataFolder } from './embedded/data-folder.ts';
import { FolderInUse, startEmbedded } from './embedded.ts';
import type { EmbeddedDatabase } from './embedded.ts';

const isLinux = process.platform === 'linux';
let base: string;
let folder: string;
let open: EmbeddedDatabase[] = [];
let lines: string[] = [];

async function start(path = folder): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ folder: path, say: (line) => lines.push(line) });
  open.push(database);
  return database;
}

async function stop(database: EmbeddedDatabase) {
  open = open.filter((one) => one !== database);
  await database.stop();
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function failure(work: Promise<unknown>): Promise<Error & { hint?: string }> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  return new Error('it started');
}

/** Another process that starts the database of the folder, answers with the ids involved, and stays. */
async function startElsewhere() {
  const code = `import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))};
    const database = await startEmbedded({ folder: ${JSON.stringify(folder)} });
    console.log(database.pid());
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const postgres = await new Promise<number>((resolve) =>
    child.stdout.once('data', (chunk) => resolve(Number(String(chunk)))),
  );
  return {
    pid: child.pid ?? 0,
    postgres,
    /** As the kernel ends it: no handler runs. With `guard` also what would stop the database afterwards. */
    async kill({ guard }: { guard: boolean }) {
      if (guard)
        for (const pid of childrenOf(child.pid ?? 0)) if (pid !== postgres) process.kill(pid, 'SIGKILL');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => fieldsOf(pid)[1] === String(parent));
}

/** State, parent and so on of a process; empty when there is none. */
function fieldsOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

const runs = (pid: number) => !['Z', undefined].includes(fieldsOf(pid)[0]);

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'gatehouse-embedded-'));
  chmodSync(base, 0o755);
  folder = join(base, 'data');
  lines = [];
});

afterEach(async () => {
  await Promise.all(open.map((database) => database.stop()));
  open = [];
  rmSync(base, { recursive: true, force: true });
});

describe('the embedded database', () => {
  it('is made with an owner and a role of less rights, and keeps its data', async () => {
    const first = await start();
    await query(
      first.ownerUrl,
      'CREATE TABLE kept AS SELECT 1 AS one; GRANT SELECT ON kept TO gatehouse_app',
    );
    expect(await query(first.appUrl, 'SELECT current_user::text AS me, one FROM kept')).toEqual([
      { me: 'gatehouse_app', one: 1 },
    ]);
    await expect(query(first.appUrl, 'DROP TABLE kept')).rejects.toThrow(/must be owner/);
    await expect(query(first.appUrl, 'CREATE ROLE more')).rejects.toThrow(/permission denied/);
    await stop(first);

    const second = await start();
    expect(await query(second.ownerUrl, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    expect(second.secret).toBe(first.secret);
    expect(second.secret).toMatch(/^[0-9a-f]{64}$/);
  });

  it('keeps its files from other accounts and refuses connections without a password', async () => {
    const { port } = await start();
    for (const name of ['secret', 'database-passwords.json', 'postgres.log', 'in-use.json']) {
      expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
    }
    await expect(
      query(`postgres://gatehouse_admin:wrong@127.0.0.1:${port}/postgres`, 'SELECT 1'),
    ).rejects.toThrow(/password/);
  });

  it('says who uses the folder when it is started twice', async () => {
    const first = await start();
    first.announce({ url: 'http://127.0.0.1:3000' });
    const error = await failure(start());
    expect(error).toBeInstanceOf(FolderInUse);
    expect(error.message).toBe(
      `Gatehouse already runs on the data folder ${folder} (process ${process.pid} and serves http://127.0.0.1:3000).`,
    );
    expect(await query(first.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('is started again on the same port when it ends unasked', async () => {
    const database = await start();
    const before = database.pid();
    process.kill(before, 'SIGKILL');
    await vi.waitFor(
      async () => expect(await query(database.ownerUrl, 'SELECT 1 AS one')).toHaveLength(1),
      15_000,
    );
    expect(database.pid()).not.toBe(before);
    expect(lines).toContain('The database has ended unexpectedly; starting it again.');
  });
});

describe.runIf(isLinux)('after a crash', () => {
  it('the database is stopped soon when its process was killed', async () => {
    const other = await startElsewhere();
    await other.kill({ guard: false });
    await vi.waitFor(() => expect(runs(other.postgres)).toBe(false), 10_000);
    const database = await start();
    expect(lines[0]).toMatch(/was killed.*recovering/);
    expect(await query(database.ownerUrl, 'SELECT 1 AS one')).toHaveLength(1);
  });

  it('the next start stops a database that was left running', async () => {
    const other = await startElsewhere();
    await other.kill({ guard: true });
    expect(runs(other.postgres)).toBe(true);
    await start();
    expect(lines).toContain('Stopped the database that the last run had left behind.');
    expect(runs(other.postgres)).toBe(false);
  });

  it('everything killed at once loses nothing that was committed', async () => {
    await stop(await start());
    const other = await startElsewhere();
    const { port } = readPort();
    await query(ownerUrl(port), 'CREATE TABLE kept AS SELECT 7 AS seven');
    await other.kill({ guard: true });
    process.kill(other.postgres, 'SIGKILL');
    const database = await start();
    expect(await query(database.ownerUrl, 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
  });

  it('what was cut off while being made is made anew', async () => {
    mkdirSync(join(folder, 'postgres.new', 'base'), { recursive: true });
    writeFileSync(join(folder, 'initdb.password'), 'half');
    writeFileSync(join(folder, 'in-use.json'), '');
    writeFileSync(join(folder, 'secret'), '');
    const database = await start();
    expect(database.secret).toMatch(/^[0-9a-f]{64}$/);
    expect(readdirSync(folder)).not.toContain('postgres.new');
  });

  it('a lock whose number belongs to another process now is no lock', async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'in-use.json'), JSON.stringify({ pid: process.ppid, started: 'earlier' }));
    await start();
    expect(lines[0]).toMatch(/was killed/);
  });

  function readPort() {
    const [, , , port] = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
    return { port: Number(port) };
  }

  function ownerUrl(port: number) {
    const { owner } = JSON.parse(readFileSync(join(folder, 'database-passwords.json'), 'utf8'));
    return `postgres://gatehouse_owner:${owner}@127.0.0.1:${port}/gatehouse`;
  }
});

describe('a data folder that cannot be used', () => {
  const damages: [string, (cluster: string) => void, RegExp][] = [
    [
      'an emptied control file',
      (cluster) => truncateSync(join(cluster, 'global', 'pg_control'), 0),
      /is damaged/,
    ],
    [
      'a missing control file',
      (cluster) => rmSync(join(cluster, 'global', 'pg_control')),
      /files of it are missing/,
    ],
    [
      'a missing log of changes',
      (cluster) => rmSync(join(cluster, 'pg_wal'), { recursive: true }),
      /is damaged/,
    ],
    ['a lost catalogue', (cluster) => rmSync(join(cluster, 'global', 'pg_filenode.map')), /is damaged/],
    [
      'another major version',
      (cluster) => writeFileSync(join(cluster, 'PG_VERSION'), '17\n'),
      /made by PostgreSQL 17/,
    ],
  ];
  it.each(damages)('%s: says so and how to go on', async (_, damage, sentence) => {
    await stop(await start());
    damage(join(folder, 'postgres'));
    const error = await failure(start());
    expect(error.message).toMatch(sentence);
    expect(error.hint).toContain(`mv ${folder} ${folder}.broken`);
    expect(readdirSync(folder)).not.toContain('in-use.json');
  });

  it('damaged passwords: says so', async () => {
    await stop(await start());
    writeFileSync(join(folder, 'database-passwords.json'), '{"admin":');
    expect((await failure(start())).message).toMatch(/database-passwords.json is damaged/);
  });

  it('a file in its place: says so', async () => {
    writeFileSync(folder, '');
    expect((await failure(start())).message).toBe(`The data folder ${folder} cannot be used: it is a file.`);
    expect((await failure(start(join(folder, 'below')))).message).toMatch(
      /something on the way there is a file/,
    );
  });
});

describe.runIf(isLinux && process.getuid?.() === 0)('as root', () => {
  it('works below a folder that only root may enter', async () => {
    chmodSync(base, 0o700);
    const database = await start();
    expect(statSync(join(folder, 'postgres')).uid).not.toBe(0);
    expect(await query(database.ownerUrl, 'SELECT 1 AS one')).toHaveLength(1);
  });

  it('also when its own programs lie there', async () => {
    const { postgres } = await findBinaries();
    const native = join(base, 'native');
    cpSync(dirname(dirname(postgres)), native, { recursive: true, verbatimSymlinks: true });
    chmodSync(base, 0o700);
    const data = openDataFolder(folder);
    const programs = join(native, 'bin');
    const account = await findAccount(data.cluster, join(programs, 'postgres'), [programs, folder]);
    await createCluster(data, { initdb: join(programs, 'initdb'), account, password: 'password' });
    expect(readdirSync(data.cluster)).toContain('PG_VERSION');
  });
});
