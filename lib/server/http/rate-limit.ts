import { env } from '#lib/env.ts';
import { Problem } from './problem.ts';

/** An actor may save up this many seconds' worth of requests. */
const BURST_SECONDS = 5;
const MAX_ACTORS = 10_000;

interface Bucket {
  tokens: number;
  at: number;
}

const buckets = new Map<string, Bucket>();

/** Token bucket per actor and process: keeps one runaway script from taking the portal from everybody else. */
export function limitRate(actor: string, now: number = performance.now()): void {
  const refill = env().rateLimit;
  const burst = refill * BURST_SECONDS;
  const bucket = buckets.get(actor) ?? { tokens: burst, at: now };
  bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * refill);
  bucket.at = now;
  if (buckets.size >= MAX_ACTORS && !buckets.has(actor)) buckets.delete(buckets.keys().next().value!);
  buckets.set(actor, bucket);
  if (bucket.tokens < 1) {
    const retryAfter = Math.max(1, Math.ceil((1 - bucket.tokens) / refill));
    throw new Problem('rate-limited', `More than ${refill} requests a second; wait ${retryAfter} s.`, {
      retryAfter,
    });
  }
  bucket.tokens -= 1;
}
