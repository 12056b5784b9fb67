import { Problem } from './problem.ts';

/** Requests a second that one actor may sustain, and how many it may save up. */
const REFILL = Number(process.env.GATEHOUSE_RATE_LIMIT ?? 300);
const BURST = REFILL * 5;
const MAX_ACTORS = 10_000;

interface Bucket {
  tokens: number;
  at: number;
}

const buckets = new Map<string, Bucket>();

/** Token bucket per actor and process: keeps one runaway script from taking the portal from everybody else. */
export function limitRate(actor: string, now: number = performance.now()): void {
  const bucket = buckets.get(actor) ?? { tokens: BURST, at: now };
  bucket.tokens = Math.min(BURST, bucket.tokens + ((now - bucket.at) / 1000) * REFILL);
  bucket.at = now;
  if (buckets.size >= MAX_ACTORS && !buckets.has(actor)) buckets.delete(buckets.keys().next().value!);
  buckets.set(actor, bucket);
  if (bucket.tokens < 1) {
    const retryAfter = Math.max(1, Math.ceil((1 - bucket.tokens) / REFILL));
    throw new Problem('rate-limited', `More than ${REFILL} requests a second; wait ${retryAfter} s.`, { retryAfter });
  }
  bucket.tokens -= 1;
}
