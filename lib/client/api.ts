import { ApiProblem, noAnswer, readProblem } from './api-problem.ts';

export type QueryValue = string | number | boolean | readonly string[] | null | undefined;

export interface SendOptions {
  /** ETag of what the person saw; a change made meanwhile is then refused with 412 instead of overwritten. */
  ifMatch?: string | null;
  /** The change makes something new: refused with 412 where something is at its address already. */
  isOnlyNew?: boolean;
  /** Given by callers that repeat one intent themselves; else every call is an intent of its own. */
  idempotencyKey?: string;
  /** Of a body that is not JSON, for example a description. */
  contentType?: string;
  signal?: AbortSignal;
}

export interface Answer<Body> {
  data: Body;
  etag: string | null;
}

const BASE = '/api/v1';
/** Waits between attempts of a request that is safe to repeat, in milliseconds. */
const RETRY_WAITS = [300, 1200];

/** `/apis` with `{q: 'x', team: ['a', 'b']}` → `/api/v1/apis?q=x&team=a&team=b`; empty values are left out. */
export function apiUrl(path: string, query: Readonly<Record<string, QueryValue>> | string = ''): string {
  if (typeof query === 'string') return BASE + path + (query && `?${query}`);
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== '') search.append(name, String(one));
    }
  }
  const text = search.toString();
  return BASE + path + (text && `?${text}`);
}

/** Random and unique without a secure context, which an intranet address without TLS is not. */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

async function attempt(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...init, credentials: 'same-origin', cache: 'no-store' }).catch(
    (cause: unknown) => {
      if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
      throw noAnswer();
    },
  );
  if (!response.ok) throw await readProblem(response);
  return response;
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

async function answer<Body>(response: Response): Promise<Answer<Body>> {
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const data = (response.status === 204 || !isJson ? undefined : await response.json()) as Body;
  return { data, etag: response.headers.get('etag') };
}

/** Reads a resource, with its ETag for a later `ifMatch`. Throws ApiProblem. */
export async function apiRead<Body>(
  path: string,
  query?: Readonly<Record<string, QueryValue>> | string,
  signal?: AbortSignal,
): Promise<Answer<Body>> {
  return answer<Body>(
    await attempt(apiUrl(path, query), { headers: { accept: 'application/json' }, signal: signal ?? null }),
  );
}

/** Reads a resource. Throws ApiProblem. */
export async function apiGet<Body>(
  path: string,
  query?: Readonly<Record<string, QueryValue>> | string,
  signal?: AbortSignal,
): Promise<Body> {
  return (await apiRead<Body>(path, query, signal)).data;
}

/**
 * Changes something. A `POST` carries an idempotency key and is repeated when no answer came, so that a lost answer
 * neither loses the change nor makes it twice; the others can be repeated by their nature. Throws ApiProblem.
 */
export async function apiSend<Body = void>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  options: SendOptions = {},
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
