import { noAnswer, readProblem } from './api-problem.ts';

export type QueryValue = string | number | boolean | readonly string[] | null | undefined;

export type ChangingMethod = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

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

export async function attempt(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...init, credentials: 'same-origin', cache: 'no-store' }).catch(
    (cause: unknown) => {
      if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
      throw noAnswer();
    },
  );
  if (!response.ok) throw await readProblem(response);
  return response;
}

export async function answer<Body>(response: Response): Promise<Answer<Body>> {
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
 * What sends is fetched with the first change.
 */
export async function apiSend<Body = void>(
  method: ChangingMethod,
  path: string,
  body?: unknown,
  options: SendOptions = {},
): Promise<Answer<Body>> {
  const { send } = await import('./api-send.ts').catch(() => {
    throw noAnswer();
  });
  return send<Body>(method, path, body, options);
}
