/**
 * What a start takes, in one run and by turns: its parts on a fresh data folder, then `npm start` of the built product on
 * another until it answers with its first page, and once more on the same: `node bench/start.bench.ts [--rounds 5]`. The
 * fastest round counts: whatever else the machine does only ever adds.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connect } from '../db/client.ts';
import { startEmbedded } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import { publishEnv } from '../lib/env.ts';
import { loadDemo } from '../lib/server/demo/load-demo.ts';
import { startProduct } from './start-product.ts';

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const TARGET_SECONDS = 5;
const FIRST_PAGE = '/sign-in';

interface Round {
  database: number;
  migrations: number;
  demo: number;
  first: number;
  second: number;
}

// The pages are built, and compiled code is kept, before anything is measured.
await inFolder((folder) => untilFirstPage(folder));
const rounds: Round[] = [];
for (let round = 0; round < Number(options.rounds); round += 1) {
  const parts = await inFolder(partsOf);
  const whole = await inFolder(async (folder) => ({
    first: await untilFirstPage(folder),
    second: await untilFirstPage(folder),
  }));
  rounds.push({ ...parts, ...whole });
}
const [database, migrations, demo, first, second] = (
  ['database', 'migrations', 'demo', 'first', 'second'] as const
).map((part) => Math.min(...rounds.map((round) => round[part]))) as [number, number, number, number, number];

const share = (part: number) => `${((100 * part) / first).toFixed(0)} % (${seconds(part)})`;
const rest = Math.max(0, first - database - migrations - demo);
console.log(
  `of a first start: making and booting the database ${share(database)}, migrations ${share(migrations)}, the demonstration ${share(demo)},` +
    ` everything else up to the first page ${share(rest)}`,
);
console.log(
  `migrations take ${(migrations / database).toFixed(2)} of the database's boot, the demonstration ${(demo / database).toFixed(2)}`,
);
console.log(`a second start takes ${(second / first).toFixed(2)} of the first (${seconds(second)})`);
const isReached = first <= TARGET_SECONDS * 1000;
console.log(
  `first page of a first start: ${seconds(first)} (target ≤ ${TARGET_SECONDS} s) ${isReached ? 'reached' : 'MISSED'}`,
);
process.exitCode = isReached ? 0 : 1;

async function partsOf(folder: string): Promise<Pick<Round, 'database' | 'migrations' | 'demo'>> {
  const begun = performance.now();
  const server = await startEmbedded({ folder });
  const booted = performance.now();
  try {
    const { ownerUrl, appUrl, secret } = server;
    publishEnv({
      ownerDatabaseUrl: ownerUrl,
      appDatabaseUrl: appUrl,
      secret,
      url: 'http://127.0.0.1:3000',
      demo: true,
    });
    await migrate(ownerUrl);
    const migrated = performance.now();
    const connection = connect(ownerUrl, { max: 1, statementTimeoutMs: 0 });
    await loadDemo(connection.db, { now: new Date() }).finally(connection.close);
    return { database: booted - begun, migrations: migrated - booted, demo: performance.now() - migrated };
  } finally {
    await server.stop();
  }
}

async function untilFirstPage(folder: string): Promise<number> {
  const begun = performance.now();
  const product = await startProduct({ DATABASE_URL: '', GATEHOUSE_DATA: folder, GATEHOUSE_DEMO: '1' });
  try {
    await product.answers(FIRST_PAGE);
    return performance.now() - begun;
  } finally {
    await product.stop();
  }
}

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-start-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
