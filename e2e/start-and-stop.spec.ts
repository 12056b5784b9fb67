import { expect, test } from '@playwright/test';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { freePort, houseFolder } from './support/house-process.ts';
import type { HouseFolder } from './support/house-process.ts';

// The process itself, without a browser: how it starts, stops, and comes back after a crash.

let folder: HouseFolder;
test.beforeEach(() => {
  folder = houseFolder();
});
test.afterEach(() => folder.clear());

for (const name of ['SIGINT', 'SIGTERM'] as const) {
  test(`${name} under load loses no request and leaves no process behind`, async () => {
    const house = folder.start(await freePort());
    await house.ready;
    const outcomes: string[] = [];
    let isStopped = false;
    async function keepAsking() {
      while (!isStopped) {
        try {
          const answer = await fetch(`${house.url}/readyz`);
          await answer.text();
          outcomes.push(String(answer.status));
        } catch (error) {
          const { cause } = error as { cause?: { code?: string } };
          // Refused before it began: a client or its proxy goes elsewhere.
          if (cause?.code === 'ECONNREFUSED') return;
          outcomes.push(cause?.code ?? String(error));
        }
      }
    }
    const clients = Array.from({ length: 8 }, keepAsking);
    await expect.poll(() => outcomes.length).toBeGreaterThan(50);
    house.signal(name);
    expect(await house.exited).toBe(0);
    isStopped = true;
    await Promise.all(clients);
    expect(outcomes.filter((outcome) => !/^(200|503)$/.test(outcome))).toEqual([]);
    expect(house.output()).toContain('Stopped.');
    await expect.poll(house.alive).toEqual([]);
  });
}

test('after a crash of everything the next start recovers and says so', async () => {
  const port = await freePort();
  const first = folder.start(port);
  await first.ready;
  first.signal('SIGKILL');
  await first.exited;
  const second = folder.start(port);
  await second.ready;
  expect(second.output()).toContain('The last run was killed');
  await expect.poll(first.alive).toEqual([]);
});

test('stopped while starting, it leaves no process behind', async () => {
  const house = folder.start(await freePort());
  await expect.poll(house.output).toContain('Making the database');
  house.signal('SIGTERM');
  await house.exited;
  await expect.poll(house.alive).toEqual([]);
});

test('a second start on the same data folder is refused and harms nothing', async () => {
  const first = folder.start(await freePort());
  await first.ready;
  const second = folder.start(await freePort());
  expect(await second.exited).toBe(1);
  expect(second.output()).toContain(`Gatehouse already runs on the data folder ${folder.path} (process `);
  expect(second.output()).toContain('GATEHOUSE_DATA=');
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
});

test('a taken port is named, with the way out', async () => {
  const port = await freePort();
  const other = createServer();
  await new Promise<void>((done) => other.listen(port, '127.0.0.1', done));
  const house = folder.start(port);
  expect(await house.exited).toBe(1);
  expect(house.output()).toContain(`Port ${port} is taken by process ${process.pid} (`);
  expect(house.output()).toMatch(/PORT=\d+ npm start/);
  other.close();
});

test('a damaged database is named, with the way out', async () => {
  const port = await freePort();
  const first = folder.start(port);
  await first.ready;
  first.signal('SIGTERM');
  await first.exited;
  rmSync(join(folder.path, 'postgres/global/pg_control'));
  const second = folder.start(port);
  expect(await second.exited).toBe(1);
  expect(second.output()).toContain('is damaged and cannot be opened');
  expect(second.output()).toContain(`mv ${folder.path} ${folder.path}.broken`);
});

test('wrong settings are all named at once', async () => {
  const house = folder.start(await freePort(), { OIDC_ISSUER: 'id.example.com', GATEHOUSE_DEMO: 'perhaps' });
  expect(await house.exited).toBe(1);
  expect(house.output()).toContain('OIDC_ISSUER must be an address');
  expect(house.output()).toContain('GATEHOUSE_DEMO must be 0 or 1.');
});
