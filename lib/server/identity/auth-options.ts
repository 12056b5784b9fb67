import type { AuthOptions, Profile } from 'next-auth';
import type { Provider } from 'next-auth/providers/index';
import Credentials from 'next-auth/providers/credentials';
import { isDemoPersona } from './demo-personas.ts';
import { admitIdentity } from './admit-identity.ts';
import { findActorByEmail, findActorBySession } from './find-actor.ts';
import { endSession } from './end-session.ts';
import { SESSION_HOURS, openSession } from './open-session.ts';
import { sessionCookieName, sessionSecret } from './session-cookie.ts';
import { makeContext } from '../session.ts';
import { SYSTEM } from '../system-actor.ts';
import { env } from '#lib/env.ts';
import { log } from '#lib/log.ts';
import { publicUrl } from '../public-url.ts';

interface OidcProfile extends Profile {
  email_verified?: boolean;
  iss?: string;
}

/** next-auth does the protocol; who somebody is, and whether the session still counts, stays with us. */
export function authOptions(): AuthOptions {
  const secure = publicUrl().startsWith('https:');
  return {
    secret: sessionSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_HOURS * 3600 },
    useSecureCookies: secure,
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [...oidcProviders(), ...demoProviders()],
    callbacks: {
      signIn: async ({ account, profile }) => {
        if (account?.provider === 'demo') return true;
        return (await admitProfile(profile as OidcProfile | undefined)) !== null;
      },
      jwt: async ({ token, account, profile, user }) => {
        // Only the sign-in itself has an account; afterwards the sealed session id is all that is kept.
        if (!account) return token;
        const actor =
          account.provider === 'demo'
            ? await findActorByEmail(makeContext(SYSTEM).db, user.email ?? '')
            : await admitProfile(profile as OidcProfile | undefined);
        if (!actor) throw new Error('the person was let in and is gone');
        return { sid: await openSession(makeContext(actor), account.provider) };
      },
      redirect: ({ url, baseUrl }) => {
        if (url.startsWith('/') && !url.startsWith('//')) return `${baseUrl}${url}`;
        return URL.parse(url)?.origin === new URL(baseUrl).origin ? url : baseUrl;
      },
    },
    events: {
      signOut: async ({ token }) => {
        const sid = (token as { sid?: unknown } | null)?.sid;
        if (typeof sid !== 'string') return;
        const actor = await findActorBySession(makeContext(SYSTEM).db, sid);
        if (actor) await endSession(makeContext(actor), sid);
      },
    },
    logger: {
      error: (code, metadata) => log.error({ code, err: metadata instanceof Error ? metadata : metadata.error }, 'sign-in failed'),
      warn: (code) => log.debug({ code }, 'sign-in'),
      debug: () => {},
    },
  };
}

export const isOidcConfigured = () => env().oidc !== null;

export const isDemoSignInOffered = () => env().demo;

function admitProfile(profile: OidcProfile | undefined) {
  if (!profile?.sub) return null;
  return admitIdentity(makeContext(SYSTEM), {
    issuer: env().oidc!.issuer,
    subject: profile.sub,
    email: profile.email ?? null,
    emailVerified: profile.email_verified === true,
    name: profile.name ?? null,
  });
}

function oidcProviders(): Provider[] {
  const { oidc } = env();
  if (!oidc) return [];
  const address = oidc.issuer.replace(/\/$/, '');
  return [
    {
      id: 'oidc',
      name: 'your organisation',
      type: 'oauth',
      wellKnown: `${address}/.well-known/openid-configuration`,
      issuer: oidc.issuer,
      clientId: oidc.clientId,
      clientSecret: oidc.clientSecret,
      authorization: { params: { scope: 'openid email profile' } },
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      profile: (profile: OidcProfile) => ({ id: profile.sub ?? '', email: profile.email, name: profile.name }),
    },
  ];
}

/** Offered only where the start decided that this is a demonstration on a loopback address. */
function demoProviders(): Provider[] {
  if (!isDemoSignInOffered()) return [];
  return [
    Credentials({
      id: 'demo',
      name: 'Demo',
      credentials: { persona: { label: 'Persona', type: 'text' } },
      authorize: async (credentials) => {
        const email = credentials?.persona?.toLowerCase() ?? '';
        if (!isDemoPersona(email)) return null;
        const actor = await findActorByEmail(makeContext(SYSTEM).db, email);
        return actor ? { id: actor.id!, email, name: actor.displayName } : null;
      },
    }),
  ];
}
