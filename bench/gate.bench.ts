/**
 * The gate's decision against a handler of the same server that does nothing but answer, in one run and by turns:
 * `npm run bench -- gate [--apis 1000,20000] [--seconds 4] [--connections 16] [--scanning]`. Starts the built product on a
 * database of its own, fills it with signed APIs, and asks for a random one each time. With `--scanning` the real
 * descriptions are sent to be scanned all the while, several at a time.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { startEmbedded } from '../db/embedded.ts';
import { fillGate } from './fill-gate.ts';
import { scanAll } from './scan-all.ts';
import { startProduct } from './start-product.ts';

const { values: options } = parseArgs({
  options: {
    apis: { type: 'string', default: '1000,20000' },
    seconds: { type: 'string', default: '4' },
    connections: { type: 'string', default: '16' },
    scanning: { type: 'boolean', default: false },
  },
});
const TARGET = { throughput: 0.6, p99: 3 };
const ROUNDS = 5;
/** Until the code is compiled and every connection has its plans. */
const WARM_UP_SECONDS = 5;

interface Figures {
  perSecond: number;
  p99: number;
}

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'));
const secret = 'benchmark-secret-benchmark-secret-benchmark';
const database = await startEmbedded({ folder });
const product = await startProduct({
  DATABASE_URL: database.ownerUrl,
  GATEHOUSE_SECRET: secret,
  GATEHOUSE_RATE_LIMIT: '1000000',
});
const { base } = product;
let failed = false;
try {
  await product.answers('/readyz');
  let filled = 0;
  for (const wanted of options.apis.split(',').map(Number)) {
    const { token, slugs } = await fillGate({
      url: database.ownerUrl,
      secret,
      base,
      from: filled,
      to: wanted,
    });
    filled = wanted;
    const scanning = options.scanning ? scanAll({ base, token, atOnce: 3 }) : null;
    const { noop, gate } = await byTurns(token, slugs);
    const scans = await scanning?.stop();
    const throughput = gate.perSecond / noop.perSecond;
    const p99 = gate.p99 / noop.p99;
    // Scans take a core of their own where there is one; what must not happen is that an answer waits for them.
    const passes = (scans !== undefined || throughput >= TARGET.throughput) && p99 <= TARGET.p99;
    failed ||= !passes;
    console.log(
      `gate, ${wanted} APIs${scans === undefined ? '' : `, while ${scans} descriptions are scanned`}: ${throughput.toFixed(2)} of the no-op's throughput${scans === undefined ? ` (target ≥ ${TARGET.throughput})` : ''}, p99 ${p99.toFixed(2)} × (target ≤ ${TARGET.p99})` +
        ` [${Math.round(gate.perSecond)}/s against ${Math.round(noop.perSecond)}/s, p99 ${gate.p99} ms against ${noop.p99} ms] ${passes ? 'reached' : 'MISSED'}`,
    );
  }
} finally {
  await product.stop();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;

/** Both in short turns, so that whatever else the machine does weighs on both. The median of the rounds counts. */
async function byTurns(token: string, slugs: string[]): Promise<{ noop: Figures; gate: Figures }> {
  const rounds: { noop: Figures; gate: Figures }[] = [];
  await load('/healthz', WARM_UP_SECONDS, token);
  await load(() => gatePath(slugs), WARM_UP_SECONDS, token);
  for (let round = 0; round < ROUNDS; round += 1) {
    const seconds = Number(options.seconds);
    rounds.push({
      noop: await load('/healthz', seconds, token),
      gate: await load(() => gatePath(slugs), seconds, token),
    });
  }
  const median = (figure: (round: (typeof rounds)[number]) => number) =>
    rounds.map(figure).toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
  return {
    noop: { perSecond: median((round) => round.noop.perSecond), p99: median((round) => round.noop.p99) },
    gate: { perSecond: median((round) => round.gate.perSecond), p99: median((round) => round.gate.p99) },
  };
}

function gatePath(slugs: string[]): string {
  return `/api/v1/gate?api=${slugs[Math.floor(Math.random() * slugs.length)]}&environment=production`;
}

async function load(path: string | (() => string), seconds: number, token: string): Promise<Figures> {
  const result = await autocannon({
    url: base,
    connections: Number(options.connections),
    duration: seconds,
    requests: [
      {
        method: 'GET',
        headers: { authorization: `Bearer ${token}` },
        setupRequest: (request) => ({ ...request, path: typeof path === 'string' ? path : path() }),
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} answers were no success, ${result.errors} requests failed`);
  return { perSecond: result.requests.average, p99: result.latency.p99 };
}
