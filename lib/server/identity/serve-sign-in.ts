import { randomUUID } from 'node:crypto';
import { Problem } from '../http/problem.ts';
import { problemResponse } from '../http/problem-response.ts';
import { readBytes } from '../http/read-input.ts';
import { readCookies } from '../http/read-cookies.ts';
import { publicUrl } from '../public-url.ts';
import { authOptions } from './auth-options.ts';
import { runNextAuth } from './run-next-auth.ts';
import type { AuthAnswer, AuthRequest } from './run-next-auth.ts';
import { isSameOrigin } from './same-origin.ts';
import { cookieName } from './session-cookie.ts';

interface Segment {
  params: Promise<{ nextauth: string[] }>;
}

/** What next-auth would serve beyond this, a log that anybody can write to among it, is not there. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  GET: ['providers', 'csrf', 'signin', 'signout', 'callback', 'error'],
  POST: ['signin', 'signout', 'callback'],
};
const BODY_FIELDS = ['csrfToken', 'callbackUrl', 'json', 'persona'] as const;
const BODY_LIMIT = 16 * 1024;

export async function serveSignIn(request: Request, segment: Segment): Promise<Response> {
  try {
    const segments = (await segment.params).nextauth;
    if (!ACTIONS[request.method]?.includes(segments[0] ?? ''))
      throw new Problem('not-found', 'There is nothing at this address.');
    const incoming = await readRequest(request, segments);
    const failures: unknown[] = [];
    const answer = await runNextAuth(
      incoming,
      authOptions((error) => failures.push(error)),
    );
    // next-auth goes on as if nothing had happened: a session would seem ended, or a person unknown.
    if (failures.length > 0) throw failures[0];
    return toResponse(answer, incoming, request);
  } catch (error) {
    return problemResponse(error, randomUUID());
  }
}

async function readRequest(request: Request, segments: readonly string[]): Promise<AuthRequest> {
  const cookies = readCookies(request.headers.get('cookie'));
  const remembered = cookieName('callback-url');
  return {
    method: request.method,
    segments,
    query: onThePortal('callbackUrl', Object.fromEntries(new URL(request.url).searchParams)),
    body: request.method === 'POST' ? onThePortal('callbackUrl', await readFields(request)) : {},
    cookies: onThePortal(remembered, cookies),
  };
}

async function readFields(request: Request): Promise<Record<string, string>> {
  const text = Buffer.from(await readBytes(request, BODY_LIMIT)).toString('utf8');
  const fields = /\bjson\b/.test(request.headers.get('content-type') ?? '')
    ? parseJson(text)
    : Object.fromEntries(new URLSearchParams(text));
  return Object.fromEntries(
    BODY_FIELDS.flatMap((name) => {
      const value = fields[name];
      if (typeof value === 'string') return [[name, value]];
      return typeof value === 'boolean' ? [[name, String(value)]] : [];
    }),
  );
}

function parseJson(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text));
  } catch {
    throw new Problem('malformed', 'The body is not JSON.');
  }
}

/** An address to return to is a path of the portal, or it is dropped. */
function onThePortal(name: string, values: Record<string, string>): Record<string, string> {
  const { [name]: value, ...rest } = values;
  const path = value === undefined ? null : pathHere(value);
  return path === null ? rest : { ...rest, [name]: path };
}

function pathHere(address: string): string | null {
  const url = URL.parse(address, publicUrl());
  return url && isSameOrigin(url.origin, publicUrl()) ? url.pathname + url.search + url.hash : null;
}

/**
 * Redirects within the portal are relative: on one's own machine the browser may know it by another name than we do,
 * and its cookies belong to that name.
 */
function toResponse(
  { status, headers, cookies, redirect, body }: AuthAnswer,
  { body: asked }: AuthRequest,
  request: Request,
): Response {
  const all = new Headers({ ...headers, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  for (const cookie of cookies) all.append('set-cookie', cookie);
  if (redirect !== null) {
    all.set('location', pathHere(redirect) ?? redirect);
    return new Response(null, { status: 302, headers: all });
  }
  if (asked.json !== 'true') return new Response(body, { status, headers: all });
  return new Response(withAddressOf(request, body), { status, headers: all });
}

/** Scripts ask for `{url}` instead of a redirect; it names the portal as the page that asked knows it. */
function withAddressOf(request: Request, body: string): string {
  const { url } = JSON.parse(body) as { url?: unknown };
  const path = typeof url === 'string' ? pathHere(url) : null;
  const origin = request.headers.get('origin');
  if (path === null) return body;
  return JSON.stringify({ url: `${isSameOrigin(origin, publicUrl()) ? origin : publicUrl()}${path}` });
}
