import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface ProviderAccount {
  subject: string;
  email?: string;
  isVerified?: boolean;
  name?: string;
}

export interface SignInProvider {
  issuer: string;
  /** Who sits at the browser: the provider signs this person in without asking. */
  signInAs: (account: ProviderAccount) => void;
  stop: () => Promise<void>;
}

export interface ProviderClient {
  id: string;
  secret: string;
  redirectUri: string;
}

/** A certified OpenID Connect provider on a loopback port. `emailIn` is where it tells the e-mail address. */
export async function startSignInProvider(
  client: ProviderClient,
  emailIn: 'userinfo' | 'id-token',
): Promise<SignInProvider> {
  let account: ProviderAccount = { subject: 'nobody' };
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [client.redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: emailIn === 'userinfo',
    cookies: { keys: ['test'] },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, subject) => ({
      accountId: subject,
      claims: () => ({
        sub: subject,
        email: account.email,
        email_verified: account.isVerified,
        name: account.name,
      }),
    }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: client.id,
        accountId: ctx.oidc.session?.accountId,
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    const isAsked = request.url?.startsWith('/interaction/');
    if (isAsked)
      void provider.interactionFinished(request, response, { login: { accountId: account.subject } });
    else void answer(request, response);
  });
  return {
    issuer,
    signInAs: (next) => {
      account = next;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
