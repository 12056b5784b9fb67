import type { Actor, Ctx } from './context.ts';
import { connection } from './database.ts';
import { Problem } from './http/problem.ts';
import { findActorBySession, findActorByToken } from './identity/find-actor.ts';
import { readSessionId } from './identity/session-cookie.ts';
import { isSameOrigin } from './identity/same-origin.ts';
import { makeContext } from './make-context.ts';
import { publicUrl } from './public-url.ts';

const BEARER = /^bearer ([A-Za-z0-9_-]{16,200})$/i;

const NOBODY: Actor = {
  id: null,
  displayName: 'nobody',
  standing: { kind: 'service', name: 'nobody', role: null, scopes: [], teamRoles: {} },
};

/** The ONE gate from a request to an actor: a bearer token, or the browser's session with a same-origin `Origin` for writes. */
export async function contextFor(request: Request, requestId: string, writes: boolean): Promise<Ctx> {
  const authorization = request.headers.get('authorization');
  const actor =
    authorization === null ? await actorOfSession(request, writes) : await actorOfToken(authorization);
  return makeContext(actor, requestId);
}

export function publicContext(requestId: string): Ctx {
  return makeContext(NOBODY, requestId);
}

/** For pages: the signed-in person from the request's cookies, or null. Pages only read. */
export async function contextOfCookies(cookieHeader: string | null): Promise<Ctx | null> {
  const sessionId = await readSessionId(cookieHeader);
  if (!sessionId) return null;
  const actor = await findActorBySession(connection().db, sessionId);
  return actor ? makeContext(actor) : null;
}

async function actorOfToken(authorization: string): Promise<Actor> {
  const token = BEARER.exec(authorization)?.[1];
  const actor = token ? await findActorByToken(connection().db, token) : null;
  if (!actor) throw new Problem('unauthenticated', 'This token is unknown, expired or revoked.');
  return actor;
}

async function actorOfSession(request: Request, writes: boolean): Promise<Actor> {
  const sessionId = await readSessionId(request.headers.get('cookie'));
  if (!sessionId) throw new Problem('unauthenticated', 'Send a bearer token, or sign in.');
  if (writes && !isSameOrigin(request.headers.get('origin'), publicUrl())) {
    throw new Problem(
      'forbidden',
      'A request with the browser’s session may only come from the portal itself.',
      { code: 'origin' },
    );
  }
  const actor = await findActorBySession(connection().db, sessionId);
  if (!actor) throw new Problem('unauthenticated', 'This session has ended; sign in again.');
  return actor;
}
