import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { readEnv, publishEnv } from '#lib/env.ts';
import { startSignInProvider } from '../testing/sign-in-provider.ts';
import type { ProviderAccount, SignInProvider } from '../testing/sign-in-provider.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { startTestPortal } from '../testing/test-portal.ts';
import type { TestPortal } from '../testing/test-portal.ts';
import { randomSlug, useTestWorld } from '../testing/test-world.ts';

const CLIENT_SECRET = 'a client secret that is long enough';
const world = useTestWorld();
const atEnd: (() => Promise<unknown>)[] = [];

let portal: TestPortal;
let provider: SignInProvider;

beforeAll(async () => {
  portal = await startTestPortal();
  provider = await providerWith('userinfo');
  return async () => {
    for (const end of [...atEnd, portal.stop]) await end();
  };
});

afterEach(() => {
  vi.unstubAllEnvs();
  configure({ OIDC_ISSUER: provider.issuer });
});

async function providerWith(emailIn: 'userinfo' | 'id-token'): Promise<SignInProvider> {
  const redirectUri = `${portal.url}/api/auth/callback/oidc`;
  const started = await startSignInProvider({ id: 'gatehouse', secret: CLIENT_SECRET, redirectUri }, emailIn);
  atEnd.push(started.stop);
  configure({ OIDC_ISSUER: started.issuer });
  return started;
}

function configure(variables: Record<string, string>, demo = false) {
  for (const [name, value] of Object.entries({
    OIDC_CLIENT_ID: 'gatehouse',
    OIDC_CLIENT_SECRET: CLIENT_SECRET,
    ...variables,
  })) {
    vi.stubEnv(name, value);
  }
  const { appDatabaseUrl, ownerDatabaseUrl, secret } = readEnv({ ...process.env, GATEHOUSE_URL: undefined });
  publishEnv({ appDatabaseUrl, ownerDatabaseUrl, secret, url: portal.url, demo });
}

const account = (more: Partial<ProviderAccount> = {}): ProviderAccount => ({
  subject: randomSlug('subject'),
  email: `${randomSlug('person')}@example.test`,
  isVerified: true,
  name: 'Ada Lovelace',
  ...more,
});

async function signIn(who: ProviderAccount, browser = new TestBrowser()) {
  provider.signInAs(who);
  const end = await browser.signIn(portal.url, 'signin/oidc');
  return { browser, end, me: await me(browser) };
}

async function me(browser: TestBrowser, base = portal.url) {
  const { status, text } = await browser.send(`${base}/api/v1/me`);
  return { status, ...(JSON.parse(text) as { email?: string; name?: string; role?: string }) };
}

const emails = async (email: string) =>
  (await world.database.pool.query('SELECT 1 FROM people WHERE email = $1', [email])).rowCount;

describe('sign-in with an OpenID Connect provider', () => {
  it('makes a member of somebody unknown, and says so in the log', async () => {
    const who = account({ email: `${randomSlug('Mixed')}.Case@Example.test` });
    const { end, me: seen } = await signIn(who);
    expect(end).toMatchObject({ status: 200, url: `${portal.url}/` });
    expect(seen).toMatchObject({
      status: 200,
      email: who.email!.toLowerCase(),
      name: 'Ada Lovelace',
      role: 'member',
    });
    const { rows } = await world.database.pool.query(
      'SELECT action FROM audit_events WHERE $1 = ANY (subjects) ORDER BY seq',
      [who.email!.toLowerCase()],
    );
    expect(rows.map((row) => row.action)).toEqual(['person.added', 'identity.bound', 'session.opened']);
  });

  it('leads to the person an administrator added', async () => {
    const dora = await world.person('dora', 'security');
    expect((await signIn(account({ email: dora.email }))).me).toMatchObject({
      email: dora.email,
      role: 'security',
    });
  });

  it('knows a person by issuer and subject when the address changes', async () => {
    const who = account();
    await signIn(who);
    const renamed = `${randomSlug('married')}@example.test`;
    expect((await signIn({ ...who, email: renamed })).me.email).toBe(who.email);
    expect((await signIn({ ...who, email: undefined, isVerified: undefined })).me.email).toBe(who.email);
    expect(await emails(renamed)).toBe(0);
  });

  it('does not let a re-used mailbox inherit the rights of who had it before', async () => {
    const first = account();
    await signIn(first);
    const { me: seen, end } = await signIn(account({ email: first.email }));
    expect(seen.status).toBe(401);
    expect(new URL(end.url).pathname).toBe('/sign-in');
    expect(new URL(end.url).searchParams.get('error')).toBe('AccessDenied');
  });

  it.each([
    ['not verified', { isVerified: false }],
    ['of unknown standing', { isVerified: undefined }],
    ['missing', { email: undefined }],
    ['no address', { email: 'not an address' }],
  ])('refuses an e-mail that is %s', async (_name, more) => {
    const who = account(more);
    expect((await signIn(who)).me.status).toBe(401);
    expect(await emails(who.email ?? 'nobody')).toBe(0);
  });

  it('reads the address from the ID token where the provider puts it there', async () => {
    const before = provider;
    provider = await providerWith('id-token');
    const who = account();
    expect((await signIn(who)).me.email).toBe(who.email);
    provider = before;
  });

  it('puts a deactivated person out at the next request and lets nobody back in', async () => {
    const admin = await world.person('admin', 'admin');
    const who = account();
    const { browser } = await signIn(who);
    expect((await me(browser)).status).toBe(200);
    expect((await admin.api.patch(`/people/${who.email}`, { json: { active: false } })).status).toBe(200);
    expect((await me(browser)).status).toBe(401);
    expect((await signIn(who)).me.status).toBe(401);
  });

  it('ends the session on the server at sign-out', async () => {
    const { browser } = await signIn(account());
    const host = new URL(portal.url).host;
    const cookie = browser.cookiesOf(host).get('gatehouse.session-token')!;
    await browser.signOut(portal.url);
    expect(browser.cookiesOf(host).has('gatehouse.session-token')).toBe(false);
    const thief = new TestBrowser();
    thief.cookiesOf(host).set('gatehouse.session-token', cookie);
    expect((await me(thief)).status).toBe(401);
  });

  it('returns to pages of the portal only', async () => {
    for (const [callbackUrl, landing] of [
      ['/apis?tier=high', '/apis?tier=high'],
      [`${portal.url}/teams`, '/teams'],
      ['https://evil.example/', '/'],
      ['//evil.example', '/'],
      ['/\\evil.example', '/'],
      ['javascript:alert(1)', '/'],
    ] as const) {
      provider.signInAs(account());
      const end = await new TestBrowser().signIn(portal.url, 'signin/oidc', { callbackUrl });
      expect(end.url).toBe(portal.url + landing);
    }
  });

  it('takes no answer of the provider that this browser did not ask for', async () => {
    const attacker = new TestBrowser();
    provider.signInAs(account());
    const { text } = await attacker.send(`${portal.url}/api/auth/csrf`);
    const body = new URLSearchParams({ csrfToken: JSON.parse(text).csrfToken });
    let answer = await attacker.send(`${portal.url}/api/auth/signin/oidc`, { method: 'POST', body });
    while (!answer.headers.get('location')!.startsWith(`${portal.url}/api/auth/callback`)) {
      answer = await attacker.send(new URL(answer.headers.get('location')!, answer.url).href);
    }
    const victim = new TestBrowser();
    await victim.open(answer.headers.get('location')!);
    expect((await me(victim)).status).toBe(401);
  });
});

describe('a configuration that does not work', () => {
  it.each([
    ['a provider that is not there', { OIDC_ISSUER: 'http://127.0.0.1:1' }],
    ['another client secret', { OIDC_CLIENT_SECRET: 'not the secret of this client' }],
    ['another client', { OIDC_CLIENT_ID: 'somebody-else' }],
  ])('lets nobody in: %s', async (_name, variables) => {
    configure({ OIDC_ISSUER: provider.issuer, ...variables });
    expect((await signIn(account())).me.status).toBe(401);
  });

  it('lets nobody in whose provider calls itself by another name', async () => {
    configure({ OIDC_ISSUER: `${provider.issuer}/` });
    const who = account();
    expect((await signIn(who)).me.status).toBe(401);
    expect(await emails(who.email!)).toBe(0);
  });

  it('offers nothing without a provider', async () => {
    configure({ OIDC_ISSUER: '', OIDC_CLIENT_ID: '', OIDC_CLIENT_SECRET: '' });
    const browser = new TestBrowser();
    expect(JSON.parse((await browser.send(`${portal.url}/api/auth/providers`)).text)).toEqual({});
    for (const step of ['signin/oidc', 'callback/oidc', 'signin/demo', 'callback/demo']) {
      await browser.signIn(portal.url, step, { persona: 'admin@example.test' });
    }
    expect((await me(browser)).status).toBe(401);
  });

  it('serves nothing of next-auth beyond sign-in', async () => {
    for (const [method, action] of [
      ['POST', '_log'],
      ['POST', 'session'],
      ['GET', 'session'],
      ['GET', 'verify-request'],
      ['POST', 'constructor'],
    ] as const) {
      const answer = await new TestBrowser().send(`${portal.url}/api/auth/${action}`, { method });
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    }
  });
});
