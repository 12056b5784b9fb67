import type { AuthOptions, CookiesOptions } from 'next-auth';
import { env } from '#lib/env.ts';
import { log } from '#lib/log.ts';
import type { Actor } from '../context.ts';
import { makeContext } from '../make-context.ts';
import { SYSTEM } from '../system-actor.ts';
import { admitClaims } from './admit-claims.ts';
import { DEMO_PROVIDER, demoProvider, isDemoSignInOffered } from './demo-provider.ts';
import { endSession } from './end-session.ts';
import { findActorByEmail, findActorBySession } from './find-actor.ts';
import { oidcProvider } from './oidc-provider.ts';
import type { OidcClaims } from './oidc-provider.ts';
import { SESSION_HOURS, openSession } from './open-session.ts';
import { cookieName, isSecure, sessionSecret } from './session-cookie.ts';

/** A sign-in under way takes no longer. */
const ATTEMPT_SECONDS = 15 * 60;

/**
 * next-auth does the protocol; who somebody is, and whether the session still counts, stays with us. Made anew for
 * every request: it remembers whom this request has let in. `onFailure` hears what next-auth would otherwise swallow.
 */
export function authOptions(onFailure: (error: unknown) => void): AuthOptions {
  const { oidc } = env();
  let admitted: Actor | null = null;
  return {
    secret: sessionSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_HOURS * 3600 },
    jwt: { maxAge: SESSION_HOURS * 3600 },
    useSecureCookies: isSecure(),
    cookies: cookies(),
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/' },
    providers: [
      ...(oidc ? [oidcProvider(oidc)] : []),
      ...(isDemoSignInOffered() ? [demoProvider(onFailure)] : []),
    ],
    callbacks: {
      signIn: async ({ account, profile, user }) => {
        try {
          if (account?.provider === DEMO_PROVIDER) {
            admitted = await findActorByEmail(makeContext(SYSTEM).db, user.email ?? '');
          } else if (oidc && profile) {
            admitted = await admitClaims(makeContext(SYSTEM), oidc, profile as OidcClaims);
          }
          return admitted !== null;
        } catch (error) {
          // Its message would become part of the address the browser is sent to.
          onFailure(error);
          return false;
        }
      },
      jwt: async ({ token, account }) => {
        // Only the sign-in itself has an account; afterwards the sealed session id is all that is kept.
        if (!account) return token;
        if (!admitted) throw new Error('a session was asked for and nobody was let in');
        try {
          return { sid: await openSession(makeContext(admitted), account.provider) };
        } catch (error) {
          onFailure(error);
          throw error;
        }
      },
      redirect: ({ url, baseUrl }) => (isHere(url, baseUrl) ? url : baseUrl),
    },
    events: {
      signOut: async ({ token }) => {
        const sid = (token as { sid?: unknown } | null)?.sid;
        if (typeof sid !== 'string') return;
        try {
          const actor = await findActorBySession(makeContext(SYSTEM).db, sid);
          if (actor) await endSession(makeContext(actor), sid);
        } catch (error) {
          onFailure(error);
        }
      },
    },
    logger: {
      error: (code, metadata) =>
        log.warn({ code, err: metadata instanceof Error ? metadata : metadata.error }, 'sign-in failed'),
      warn: (code) => log.debug({ code }, 'sign-in'),
      debug: () => {},
    },
  };
}

/** Whether an address, relative ones included, stays on the portal. */
export const isHere = (url: string, portal: string): boolean =>
  URL.parse(url, portal)?.origin === new URL(portal).origin;

function cookies(): Partial<CookiesOptions> {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } as const;
  const brief = { ...options, maxAge: ATTEMPT_SECONDS };
  return {
    sessionToken: { name: cookieName('session-token'), options },
    callbackUrl: { name: cookieName('callback-url'), options },
    csrfToken: { name: cookieName('csrf-token'), options },
    pkceCodeVerifier: { name: cookieName('pkce'), options: brief },
    state: { name: cookieName('state'), options: brief },
    nonce: { name: cookieName('nonce'), options: brief },
  };
}
