import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmbedded } from '#db/embedded.ts';
import { COMMANDS } from './commands.ts';
import { commandFile } from './run.ts';

const ENTRY = resolve(import.meta.dirname, '../gatehouse.ts');
let folder: string;

interface Ended {
  code: number;
  out: string;
  err: string;
}

function gatehouse(args: string[], extra: Record<string, string> = {}): Promise<Ended> {
  const env = { PATH: process.env.PATH, NODE_ENV: 'test' as const, GATEHOUSE_DATA: folder, ...extra };
  return new Promise((done) =>
    execFile(process.execPath, [ENTRY, ...args], { env }, (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    ),
  );
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the table of commands', () => {
  it.each(COMMANDS.map(({ name }) => name))('%s has its file', async (name) => {
    expect(await import(pathToFileURL(commandFile(name)).href)).toHaveProperty('run', expect.any(Function));
  });
});

describe('the command line and its database', () => {
  it('starts the embedded database for as long as a command runs, one command after the other', async () => {
    const [first, second] = await Promise.all([
      gatehouse(['migrate', '--json']),
      gatehouse(['migrate', '--json']),
    ]);
    expect([first.code, second.code]).toEqual([0, 0]);
    const applied = [first, second].map(({ out }) => JSON.parse(out).applied).sort((a, b) => a - b);
    expect(applied[0]).toBe(0);
    expect(applied[1]).toBeGreaterThan(0);
  });

  it('uses the database of a running server', async () => {
    const server = await startEmbedded({ folder });
    server.announce({ phase: 'ready', url: 'http://127.0.0.1:3000' });
    try {
      expect(await gatehouse(['migrate', '--json'])).toMatchObject({
        code: 0,
        out: expect.stringContaining('applied'),
      });
    } finally {
      await server.stop();
    }
  });

  it('ends with 3 when the database cannot be reached, and keeps the password to itself', async () => {
    const ended = await gatehouse(['migrate'], {
      DATABASE_URL: 'postgres://nobody:hunter2@127.0.0.1:1/none',
      GATEHOUSE_SECRET: 'x'.repeat(40),
    });
    expect(ended).toMatchObject({ code: 3, out: '' });
    expect(ended.err).toContain('PostgreSQL at 127.0.0.1:1/none cannot be used');
    expect(ended.err).not.toContain('hunter2');
  });

  it('ends with 2 on wrong usage and wrong settings, with nothing on standard output', async () => {
    expect(await gatehouse(['conquer'])).toMatchObject({ code: 2, out: '' });
    expect(await gatehouse(['migrate'], { PORT: 'x' })).toMatchObject({
      code: 2,
      out: '',
      err: 'PORT must be a port number from 0 to 65535.\n',
    });
  });
});
