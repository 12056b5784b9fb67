import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PERSONAS } from '#db/demo/personas.ts';
import { newId } from '#db/new-id.ts';
import { people } from '#db/schema/people.ts';
import { readEnv, publishEnv } from '#lib/env.ts';
import { useConnection } from '../database.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { startTestPortal } from '../testing/test-portal.ts';
import type { TestPortal } from '../testing/test-portal.ts';
import { useTestWorld } from '../testing/test-world.ts';
import { serveSignIn } from './serve-sign-in.ts';

const world = useTestWorld();
const persona = PERSONAS[0]!;
let portal: TestPortal;

beforeAll(async () => {
  portal = await startTestPortal();
  await world.database.db
    .insert(people)
    .values(PERSONAS.map(({ email, name }) => ({ id: newId(), email, name })));
  return portal.stop;
});

beforeEach(() => publish({ demo: true, url: portal.url }));

function publish(more: { demo: boolean; url: string }) {
  const { appDatabaseUrl, ownerDatabaseUrl, secret } = readEnv(process.env);
  publishEnv({ appDatabaseUrl, ownerDatabaseUrl, secret, ...more });
}

const statusOfMe = async (browser: TestBrowser, base = portal.url) =>
  (await browser.send(`${base}/api/v1/me`)).status;

describe('demo sign-in', () => {
  it('signs a persona in without a password', async () => {
    const browser = new TestBrowser();
    const end = await browser.signIn(portal.url, 'callback/demo', {
      persona: persona.email,
      callbackUrl: '/apis',
    });
    expect(end.url).toBe(`${portal.url}/apis`);
    expect(JSON.parse((await browser.send(`${portal.url}/api/v1/me`)).text).email).toBe(persona.email);
  });

  it('stays on the name by which the browser knows this machine', async () => {
    const local = portal.url.replace('127.0.0.1', 'localhost');
    const browser = new TestBrowser();
    const end = await browser.signIn(local, 'callback/demo', { persona: persona.email });
    expect(end.url).toBe(`${local}/`);
    expect(await statusOfMe(browser, local)).toBe(200);
    const asked = await browser.signIn(local, 'callback/demo', { persona: persona.email, json: 'true' });
    expect(JSON.parse(asked.text)).toEqual({ url: `${local}/` });
  });

  it('knows nobody but the personas', async () => {
    const outsider = await world.person('outsider', 'admin');
    for (const email of [outsider.email, '', 'nobody@example.test']) {
      const browser = new TestBrowser();
      await browser.signIn(portal.url, 'callback/demo', { persona: email });
      expect(await statusOfMe(browser)).toBe(401);
    }
  });

  it('does not exist where it was not asked for', async () => {
    publish({ demo: false, url: portal.url });
    const browser = new TestBrowser();
    await browser.signIn(portal.url, 'callback/demo', { persona: persona.email });
    expect(await statusOfMe(browser)).toBe(401);
  });

  it('refuses a form without the token against forged forms', async () => {
    const browser = new TestBrowser();
    const body = new URLSearchParams({ persona: persona.email });
    await browser.open(`${portal.url}/api/auth/callback/demo`, { method: 'POST', body });
    expect(await statusOfMe(browser)).toBe(401);
  });

  it('takes no session that was sealed with another secret, altered or made up', async () => {
    const browser = new TestBrowser();
    await browser.signIn(portal.url, 'callback/demo', { persona: persona.email });
    const jar = browser.cookiesOf(new URL(portal.url).host);
    const sealed = jar.get('gatehouse.session-token')!;
    for (const forged of [
      sealed.slice(0, -3),
      `${sealed}A`,
      '%',
      '%E0%A4%A',
      'e30.e30.e30',
      'x'.repeat(5000),
    ]) {
      jar.set('gatehouse.session-token', forged);
      expect(await statusOfMe(browser)).toBe(401);
    }
  });
});

describe('a database that does not answer', () => {
  it('lets nobody in and claims no session to be ended', async () => {
    const browser = new TestBrowser();
    await browser.signIn(portal.url, 'callback/demo', { persona: persona.email });
    const host = new URL(portal.url).host;
    const sealed = browser.cookiesOf(host).get('gatehouse.session-token');
    const { appDatabaseUrl } = readEnv(process.env);
    useConnection(undefined);
    publishEnv({ ...readEnv(process.env), appDatabaseUrl: 'postgres://nobody@127.0.0.1:1/none' });
    const out = await browser.signOut(portal.url);
    const other = await new TestBrowser().signIn(portal.url, 'callback/demo', { persona: persona.email });
    publishEnv({ ...readEnv(process.env), appDatabaseUrl });
    useConnection(world.database);
    expect(out.status).toBe(503);
    expect(out.headers.get('content-type')).toBe('application/problem+json');
    expect(browser.cookiesOf(host).get('gatehouse.session-token')).toBe(sealed);
    expect(await statusOfMe(browser)).toBe(200);
    expect(other.status).toBe(503);
    expect(`${other.url} ${other.text}`).not.toMatch(/select|127\.0\.0\.1:1\b/i);
  });
});

describe('cookies', () => {
  const cookiesAt = async (url: string) => {
    publish({ demo: true, url });
    const segment = { params: Promise.resolve({ nextauth: ['csrf'] }) };
    const csrf = await serveSignIn(new Request(`${url}/api/auth/csrf`), segment);
    const { csrfToken } = await csrf.json();
    const sent = csrf.headers.getSetCookie().map((line) => line.split(';')[0]);
    const signIn = await serveSignIn(
      new Request(`${url}/api/auth/callback/demo`, {
        method: 'POST',
        headers: { cookie: sent.join('; '), 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' },
        body: new URLSearchParams({ csrfToken, persona: persona.email }),
      }),
      { params: Promise.resolve({ nextauth: ['callback', 'demo'] }) },
    );
    return [...csrf.headers.getSetCookie(), ...signIn.headers.getSetCookie()];
  };

  it('are bound to host, path and https by the browser itself where there is https', async () => {
    const lines = await cookiesAt('https://gatehouse.example.com');
    expect(lines.map((line) => line.split('=')[0])).toContain('__Host-gatehouse.session-token');
    for (const line of lines) {
      expect(line).toMatch(/^__Host-gatehouse\./);
      expect(line).toMatch(/; Path=\/(;|$)/);
      expect(line).toMatch(/; HttpOnly/);
      expect(line).toMatch(/; Secure/);
      expect(line).toMatch(/; SameSite=Lax/);
      expect(line).not.toMatch(/domain=/i);
    }
  });

  it('are plain on one’s own machine', async () => {
    const lines = await cookiesAt(portal.url);
    expect(lines.map((line) => line.split('=')[0])).toContain('gatehouse.session-token');
    for (const line of lines) expect(line).toMatch(/; HttpOnly/);
  });
});
