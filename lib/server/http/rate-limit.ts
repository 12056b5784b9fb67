import { isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';
import { env } from '#lib/env.ts';
import { Problem } from './problem.ts';

/** Everybody may save up this many seconds' worth of requests. */
const BURST_SECONDS = 5;
const MAX_BUCKETS = 10_000;

interface Bucket {
  tokens: number;
  at: number;
}

type Buckets = Map<string, Bucket>;

// Route bundles are loaded separately; the process counts once. Strangers come from as many addresses as they like and
// must not make the actors' counts be forgotten, so both are kept apart.
const holder = globalThis as typeof globalThis & {
  gatehouseBuckets?: Record<'actors' | 'addresses', Buckets>;
};
const { actors, addresses } = (holder.gatehouseBuckets ??= { actors: new Map(), addresses: new Map() });

/** Token bucket per actor and process: keeps one runaway script from taking the portal from everybody else. */
export function limitRate(actor: string, now: number = performance.now()): void {
  spend(actors, actor, now);
}

/** For what is answered without asking who it is. */
export function limitAddress(address: string | null, now: number = performance.now()): void {
  spend(addresses, bucketOf(address), now);
}

/**
 * Who fails to say who they are pays from the bucket of the address they come from. Who succeeds pays nothing there:
 * many share one address, and nobody is to be shut out by the strangers behind it.
 */
export async function limitStrangers<Result>(
  address: string | null,
  identify: () => Promise<Result>,
): Promise<Result> {
  try {
    return await identify();
  } catch (error) {
    if (error instanceof Problem && error.kind === 'unauthenticated') limitAddress(address);
    throw error;
  }
}

/** An IPv6 customer is given a whole /64 and may use any address in it. */
export function bucketOf(address: string | null): string {
  if (address === null || !isIPv6(address)) return address ?? 'unknown';
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6
    ? `${parsed.parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(':')}::/64`
    : parsed.toString();
}

function spend(buckets: Buckets, key: string, now: number): void {
  const refill = env().rateLimit;
  const burst = refill * BURST_SECONDS;
  const { tokens, at } = buckets.get(key) ?? { tokens: burst, at: now };
  const saved = Math.min(burst, tokens + ((now - at) / 1000) * refill);
  const isEmpty = saved < 1;
  // Whoever asked last comes last, so that the forgotten one is who has been quiet longest.
  buckets.delete(key);
  if (buckets.size >= MAX_BUCKETS) buckets.delete(buckets.keys().next().value!);
  buckets.set(key, { tokens: isEmpty ? saved : saved - 1, at: now });
  if (!isEmpty) return;
  const retryAfter = Math.max(1, Math.ceil((1 - saved) / refill));
  throw new Problem('rate-limited', `More than ${refill} requests a second; wait ${retryAfter} s.`, {
    retryAfter,
  });
}
