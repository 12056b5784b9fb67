import { ApiProblem } from './api-problem.ts';
import type { Answer, ChangingMethod, SendOptions } from './api.ts';
import { answer, apiUrl, attempt } from './api.ts';

/** Waits between attempts of a request that is safe to repeat, in milliseconds. */
const RETRY_WAITS = [300, 1200];

/** Random and unique without a secure context, which an intranet address without TLS is not. */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

async function repeat(url: string, init: RequestInit): Promise<Response> {
  for (const wait of RETRY_WAITS) {
    try {
      return await attempt(url, init);
    } catch (problem) {
      const isWorthRepeating =
        problem instanceof ApiProblem && (problem.status === 0 || problem.status === 503);
      if (!isWorthRepeating || (problem.retryAfter ?? 0) > 2) throw problem;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return attempt(url, init);
}

/** What `apiSend` does. */
export async function send<Body>(
  method: ChangingMethod,
  path: string,
  body: unknown,
  options: SendOptions,
): Promise<Answer<Body>> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method === 'POST') headers['idempotency-key'] = options.idempotencyKey ?? newIdempotencyKey();
  if (options.ifMatch) headers['if-match'] = options.ifMatch;
  if (options.isOnlyNew) headers['if-none-match'] = '*';
  const isRaw = typeof body === 'string' || body instanceof Blob;
  if (body !== undefined) headers['content-type'] = options.contentType ?? 'application/json';
  const content = body === undefined ? null : isRaw ? body : JSON.stringify(body);
  return answer<Body>(
    await repeat(apiUrl(path), { method, headers, body: content, signal: options.signal ?? null }),
  );
}
