import type { Profile } from 'next-auth';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { env } from '#lib/env.ts';
import type { OidcSettings } from '#lib/settings.ts';

export const OIDC_PROVIDER = 'oidc';

/** Claims as the provider sends them: any of them may be missing or of another type. */
export interface OidcClaims {
  iss?: unknown;
  sub?: string;
  email?: unknown;
  email_verified?: unknown;
  name?: unknown;
}

type UserinfoRequest = NonNullable<
  Exclude<OAuthConfig<OidcClaims>['userinfo'], string | undefined>['request']
>;
type Client = Parameters<UserinfoRequest>[0]['client'];
/** next-auth's own type knows the members of the answer, not the methods of the object it hands over. */
type Tokens = Exclude<Parameters<Client['userinfo']>[0], string>;

export const isOidcConfigured = (): boolean => env().oidc !== null;

export function oidcProvider({ issuer, clientId, clientSecret }: OidcSettings): OAuthConfig<OidcClaims> {
  return {
    id: OIDC_PROVIDER,
    name: 'your organisation',
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    issuer,
    clientId,
    clientSecret,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    // A provider far away or waking up may take longer than the library's 3.5 s.
    httpOptions: { timeout: 10_000 },
    userinfo: { request: ({ tokens, client }) => readClaims(tokens as Tokens, client) as Promise<Profile> },
    profile: ({ sub = '' }) => ({ id: sub }),
  };
}

/**
 * Who it is says the ID token. Many providers tell e-mail and name at the userinfo endpoint only; address and
 * `email_verified` are taken from the same place, because the flag speaks of no other address.
 */
async function readClaims(tokens: Tokens, client: Client): Promise<OidcClaims> {
  const claims: OidcClaims = tokens.claims();
  const hasAll = claims.email !== undefined && claims.email_verified !== undefined;
  if (hasAll || !client.issuer.metadata.userinfo_endpoint) return claims;
  // The library compares the subject with that of the ID token.
  const info: OidcClaims = await client.userinfo(tokens);
  return {
    ...claims,
    email: info.email,
    email_verified: info.email_verified,
    name: claims.name ?? info.name,
  };
}
