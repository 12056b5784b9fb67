import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { publishEnv } from '#lib/env.ts';
import { Problem } from '../http/problem.ts';
import { fetchPublic } from '../outbound/fetch-public.ts';
import type { FetchLimits, Resolve } from '../outbound/fetch-public.ts';

export const LIMITS: FetchLimits = { maxBytes: 1000, timeoutMs: 2000 };
export const INSIDE = 'import.inside-address';

export interface InsideWorld {
  /** Where the sink listens, on every address of this machine. */
  port: number;
  /** How often somebody connected to it in this test. */
  connections: number;
}

/** What must never be reached counts who reaches it. */
export function useInsideWorld(): InsideWorld {
  const world: InsideWorld = { port: 0, connections: 0 };
  let sink: Server;
  beforeAll(async () => {
    sink = createServer((socket) => {
      world.connections += 1;
      socket.destroy();
    });
    await new Promise<void>((done) => sink.listen(0, '::', done));
    world.port = (sink.address() as AddressInfo).port;
    allow('');
  });
  afterAll(() => new Promise<void>((done) => sink.close(() => done())));
  beforeEach(() => {
    world.connections = 0;
  });
  return world;
}

/** What the operator lists. */
export function allow(networks: string): void {
  process.env.GATEHOUSE_ALLOWED_NETWORKS = networks;
  publishEnv({
    appDatabaseUrl: 'postgres://nobody@127.0.0.1:1/none',
    ownerDatabaseUrl: 'postgres://nobody@127.0.0.1:1/none',
    secret: 'test-secret-test-secret-test-secret-test',
    url: 'http://127.0.0.1:3000',
    demo: false,
  });
}

/** Names of this test; everything else is unknown, so that no test asks the network. */
export const names =
  (known: Record<string, string[]>): Resolve =>
  (name, _options, done) => {
    const addresses = known[name.replace(/\.$/, '').toLowerCase()];
    if (!addresses) {
      done(Object.assign(new Error('unknown'), { code: 'ENOTFOUND' }), []);
      return;
    }
    const family = (address: string) => (address.includes(':') ? 6 : 4);
    done(
      null,
      addresses.map((address) => ({ address, family: family(address) })),
    );
  };

/** The problem that a fetch ends with; anything else fails the test. */
export async function refusal(address: string, limits: Partial<FetchLimits> = {}): Promise<Problem> {
  const resolve = names({ localhost: ['127.0.0.1', '::1'] });
  const error: unknown = await fetchPublic(address, { ...LIMITS, resolve, ...limits }).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Problem);
  return error as Problem;
}
