import { randomUUID } from 'node:crypto';
import { isProduction } from '#lib/env.ts';
import { PUBLIC, authorise } from './access.ts';
import { csvResponse } from './csv-response.ts';
import { METHODS } from './define-route.ts';
import type { Method, Route } from './define-route.ts';
import { Replay, findStoredAnswer, hashRequest, settle } from './idempotency.ts';
import type { StoredAnswer } from './idempotency.ts';
import { countRequest } from './metrics.ts';
import { Problem } from './problem.ts';
import { problemResponse } from './problem-response.ts';
import { limitAddress, limitRate, limitStrangers } from './rate-limit.ts';
import { readInput } from './read-input.ts';
import { CLIENT_HEADER } from '../peer.ts';
import { contextFor, publicContext } from '../session.ts';
import type { Ctx } from '../context.ts';
import { JsonText } from './json-text.ts';

type NextHandler = (
  request: Request,
  segment: { params: Promise<Record<string, string | string[]>> },
) => Promise<Response>;

const checkOutput = !isProduction();

/** Handlers for one address: the methods given, and a precise refusal for all others. */
export function route(...routes: Route[]): Record<Method, NextHandler> {
  const byMethod = new Map(routes.map((one) => [one.method, one]));
  const allow = [...byMethod.keys()].join(', ');
  const handler = (method: Method): NextHandler => {
    const found = byMethod.get(method);
    return found
      ? (request, segment) => serve(found, request, segment)
      : (request) => refuseMethod(request, allow);
  };
  return Object.fromEntries(METHODS.map((method) => [method, handler(method)])) as Record<
    Method,
    NextHandler
  >;
}

async function refuseMethod(request: Request, allow: string): Promise<Response> {
  const response = problemResponse(
    new Problem('method-not-allowed', `Only ${allow} here.`),
    requestIdOf(request),
  );
  response.headers.set('allow', allow);
  return response;
}

async function serve(
  found: Route,
  request: Request,
  segment: { params: Promise<Record<string, string | string[]>> },
): Promise<Response> {
  const started = performance.now();
  const requestId = requestIdOf(request);
  let response: Response;
  try {
    // An address without a variable part has none, and the framework then gives nothing at all.
    const params = ((await segment.params) ?? {}) as Record<string, string>;
    response = await answer(found, request, params, requestId);
  } catch (error) {
    response = error instanceof Replay ? fromStored(error.answer) : problemResponse(error, requestId);
  }
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('x-request-id', requestId);
  countRequest(found, response.status, performance.now() - started);
  return response;
}

async function answer(
  found: Route,
  request: Request,
  params: Record<string, string>,
  requestId: string,
): Promise<Response> {
  const writes = found.method !== 'GET';
  const ctx = await identify(found, request, requestId, writes);
  const { input, bytes } = await readInput(found, request, params);
  if (found.csv && wantsCsv(request)) return exportCsv(found, ctx, input, request);
  const claimed = await claim(found, ctx, request, bytes);
  if (claimed) return fromStored(claimed);
  const result = await found.handler(ctx, { ...input, request });
  if (result instanceof Response) return result;
  if (ctx.idempotency) await settle(ctx.db, ctx.idempotency, result);
  return fromStored(render(found, result));
}

async function identify(found: Route, request: Request, requestId: string, writes: boolean): Promise<Ctx> {
  const address = request.headers.get(CLIENT_HEADER);
  if (found.access === PUBLIC) {
    if (!found.isProbe) limitAddress(address);
    return publicContext(requestId);
  }
  const ctx = await limitStrangers(address, () => contextFor(request, requestId, writes));
  limitRate(ctx.actor.standing.name);
  authorise(ctx.actor, found.access, writes);
  return ctx;
}

function render(found: Route, result: unknown): StoredAnswer {
  const status = found.status(result);
  if (!found.output || status === 204) return { status: 204, body: '', headers: {} };
  // Judged, but sent as it is: what is tried out is what is served.
  const body = result instanceof JsonText ? result.text : JSON.stringify(result);
  if (checkOutput) found.output.parse(result instanceof JsonText ? JSON.parse(body) : result);
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (found.etag) headers.etag = found.etag(result);
  return { status, body, headers };
}

/** The first answer when the key was used before, else a claim in the context for the verb's transaction. */
async function claim(
  found: Route,
  ctx: Ctx,
  request: Request,
  bytes: Uint8Array,
): Promise<StoredAnswer | null> {
  const key = request.headers.get('idempotency-key');
  if (found.method !== 'POST' || key === null) return null;
  if (key.length < 1 || key.length > 255)
    throw new Problem('malformed', 'An Idempotency-Key has 1 to 255 characters.');
  const { pathname, search } = new URL(request.url);
  ctx.idempotency = {
    actor: `${ctx.actor.standing.kind}:${ctx.actor.standing.name}`,
    key,
    requestHash: hashRequest(found.method, pathname + search, bytes),
    answerOf: (result) => render(found, result),
    isSettled: false,
  };
  return findStoredAnswer(ctx.db, ctx.idempotency);
}

function fromStored({ status, body, headers }: StoredAnswer): Response {
  return new Response(status === 204 ? null : body, { status, headers });
}

function exportCsv(
  found: Route,
  ctx: Ctx,
  input: Omit<Parameters<Route['handler']>[1], 'request'>,
  request: Request,
): Promise<Response> {
  const { filename, columns } = found.csv!;
  return csvResponse(filename, columns, async (page) => {
    const query = { ...(input.query as Record<string, unknown>), ...page };
    return (await found.handler(ctx, { ...input, query, request })) as {
      items: unknown[];
      nextCursor: string | null;
    };
  });
}

const wantsCsv = (request: Request) => /\btext\/csv\b/.test(request.headers.get('accept') ?? '');

/** A proxy's id is kept when it looks like one, so that logs on both sides meet. */
function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id');
  return given && /^[A-Za-z0-9-]{8,64}$/.test(given) ? given : randomUUID();
}
