import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded } from '#db/embedded.ts';
import type { EmbeddedDatabase } from '#db/embedded.ts';
import { readSettings } from '#lib/settings.ts';
import { DatabaseUnreachable, complaintAboutVersion, openDatabase } from './open-database.ts';

let folder: string;
let server: EmbeddedDatabase;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-external-'));
  server = await startEmbedded({ folder, isDurable: false });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function open(url: string, patienceMs = 0) {
  const lines: string[] = [];
  const settings = readSettings({ DATABASE_URL: url, GATEHOUSE_SECRET: 'x'.repeat(32) });
  const opened = openDatabase(settings, { say: (line) => lines.push(line), purpose: 'server', patienceMs });
  return { opened, lines };
}

function withPort(port: number): string {
  const url = new URL(server.ownerUrl);
  url.port = String(port);
  return url.href;
}

const listenOn = (one: Server, port: number) =>
  new Promise<number>((resolve) =>
    one.listen(port, '127.0.0.1', () => resolve((one.address() as AddressInfo).port)),
  );
const closed = (one: Server) => new Promise<void>((resolve) => one.close(() => resolve()));

describe('a database of one’s own', () => {
  it('is used as it is', async () => {
    const { opened } = open(server.ownerUrl);
    expect(await opened).toMatchObject({
      ownerUrl: server.ownerUrl,
      secret: 'x'.repeat(32),
      isEmbedded: false,
    });
  });

  it('is waited for while it boots', async () => {
    const reserved = createServer();
    const port = await listenOn(reserved, 0);
    await closed(reserved);
    const { opened, lines } = open(withPort(port), 20_000);
    await expect.poll(() => lines).toEqual([`Waiting for PostgreSQL at 127.0.0.1:${port}/gatehouse …`]);
    const relay = createServer((socket) => {
      const inner = connect(server.port, '127.0.0.1');
      socket.pipe(inner).pipe(socket);
      socket.on('error', () => inner.destroy());
      inner.on('error', () => socket.destroy());
    });
    await listenOn(relay, port);
    expect(await opened).toMatchObject({ isEmbedded: false });
    await closed(relay);
  });

  it('is not waited for when it refuses', async () => {
    const url = server.ownerUrl.replace(/:[0-9a-f]+@/, ':hunter2@');
    const error = await open(url, 60_000).opened.catch((failure: Error) => failure);
    expect(error).toBeInstanceOf(DatabaseUnreachable);
    expect(error).toHaveProperty(
      'message',
      expect.stringMatching(/cannot be used: password authentication failed/),
    );
    expect(error).toHaveProperty('message', expect.not.stringContaining('hunter2'));
  });

  it('that does not exist is named without its password', async () => {
    const error = await open('postgres://me:hunter2@127.0.0.1:1/none').opened.catch(
      (failure: Error) => failure,
    );
    expect(error).toHaveProperty(
      'message',
      'PostgreSQL at 127.0.0.1:1/none cannot be used: connect ECONNREFUSED 127.0.0.1:1.',
    );
  });

  it.each([
    [140_012, 'PostgreSQL at db/x is version 14; Gatehouse needs 15 or newer.'],
    [150_000, undefined],
    [180_004, undefined],
  ])('of version %i', (version, sentence) => {
    expect(complaintAboutVersion(version, 'db/x')?.message).toBe(sentence);
  });
});
