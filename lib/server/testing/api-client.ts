import { inventory } from '../http/inventory.ts';
import { route } from '../http/serve-route.ts';
import { METHODS } from '../http/define-route.ts';
import type { Method, Route } from '../http/define-route.ts';
import { mustBeAsDescribed } from './must-be-as-described.ts';

export interface ApiAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** Parsed when the answer is JSON; tests read it freely. */
  json: ReturnType<typeof JSON.parse>;
}

export interface CallOptions {
  query?: Record<string, string | number | boolean | readonly string[] | undefined>;
  json?: unknown;
  body?: string | Uint8Array;
  type?: string;
  headers?: Record<string, string>;
}

export type ApiClient = {
  [M in Lowercase<Method>]: (path: string, options?: CallOptions) => Promise<ApiAnswer>;
};

/** Calls the real routes without a socket: the same handlers, the same refusals. */
export function apiClient(token: string | null): ApiClient {
  const call = (method: Method) => (path: string, options?: CallOptions) =>
    send(token, method, path, options);
  return Object.fromEntries(METHODS.map((method) => [method.toLowerCase(), call(method)])) as ApiClient;
}

async function send(
  token: string | null,
  method: Method,
  path: string,
  options: CallOptions = {},
): Promise<ApiAnswer> {
  const full = /^\/(api\/|\.well-known\/|healthz|readyz|metrics)/.test(path) ? path : `/api/v1${path}`;
  const url = new URL(full, 'http://127.0.0.1:3000');
  for (const [key, value] of Object.entries(options.query ?? {})) {
    for (const one of [value].flat()) if (one !== undefined) url.searchParams.append(key, String(one));
  }
  const body = options.json === undefined ? options.body : JSON.stringify(options.json);
  const headers = new Headers(options.headers);
  if (body !== undefined) headers.set('content-type', options.type ?? 'application/json');
  if (token) headers.set('authorization', `Bearer ${token}`);
  const request = new Request(url, { method, headers, body: body as BodyInit | undefined });
  const response = await dispatch(request, url.pathname, method);
  const text = await response.text();
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson && text ? JSON.parse(text) : null,
  };
}

export function dispatch(request: Request, pathname: string, method: Method): Promise<Response> {
  const here = inventory.flatMap((one) => {
    const params = matchTemplate(one.fullPath, pathname);
    return params ? [{ one, params }] : [];
  });
  // A literal segment wins over a parameter, as the router of the server has it.
  const literal = (found: { one: Route }) =>
    found.one.fullPath.split('/').filter((part) => !part.startsWith('{')).length;
  const best = Math.max(...here.map(literal));
  const matches = here.filter((found) => literal(found) === best);
  if (matches.length === 0) throw new Error(`no route for ${pathname}`);
  const answer = route(...matches.map((found) => found.one))[method](request, {
    params: Promise.resolve(matches[0]!.params),
  });
  const asked = matches.find((found) => found.one.method === method)?.one;
  return asked ? answer.then((response) => mustBeAsDescribed(asked, response)) : answer;
}

export function matchTemplate(template: string, pathname: string): Record<string, string> | null {
  const want = template.split('/');
  const have = pathname.split('/');
  if (want.length !== have.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of want.entries()) {
    if (part.startsWith('{')) params[part.slice(1, -1)] = decodeURIComponent(have[at]!);
    else if (part !== have[at]) return null;
  }
  return params;
}
