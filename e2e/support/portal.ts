import { test as base, expect, request } from '@playwright/test';
import type { APIRequestContext, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { PERSONAS } from '#db/demo/personas.ts';
import type { Persona } from '#db/demo/personas.ts';
import { PREFERENCE_COOKIES } from '#lib/client/preferences.ts';
import { Http } from './http.ts';
import { PageWatch } from './page-watch.ts';

export type Who = Persona['key'];

export const persona = (who: Who): Persona => {
  const found = PERSONAS.find((one) => one.key === who);
  if (!found) throw new Error(`nobody is the ${who}`);
  return found;
};

type State = Awaited<ReturnType<APIRequestContext['storageState']>>;

interface OpenOptions extends BrowserContextOptions {
  theme?: 'light' | 'dark';
}

interface WorkerParts {
  /** Where the server under test is. */
  address: string;
  /** The cookies of somebody who is signed in; each signs in once a worker. */
  stateOf: (who: Who) => Promise<State>;
}

interface TestParts {
  /** What went wrong in any page of the test. The end of every test demands that nothing did. */
  watch: PageWatch;
  /** A page in a browser of its own, signed in as somebody. */
  open: (who: Who | null, options?: OpenOptions) => Promise<Page>;
  /** The interface with somebody's session. */
  as: (who: Who) => Promise<Http>;
  /** The interface with a token, as pipelines speak it. */
  withToken: (token: string) => Promise<Http>;
}

export const test = base.extend<TestParts, WorkerParts>({
  address: [
    async ({}, use, { project }) => {
      await use(String(project.use.baseURL));
    },
    { scope: 'worker' },
  ],

  stateOf: [
    async ({ address }, use) => {
      const states = new Map<Who, Promise<State>>();
      await use((who) => {
        const state = states.get(who) ?? signIn(address, persona(who).email);
        states.set(who, state);
        return state;
      });
    },
    { scope: 'worker' },
  ],

  watch: async ({}, use) => {
    const watch = new PageWatch();
    await use(watch);
    expect(watch.problems).toEqual([]);
  },

  open: async ({ browser, address, stateOf, watch }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (who, { theme, ...options } = {}) => {
      const context = await browser.newContext({
        baseURL: address,
        timezoneId: 'Europe/Zurich',
        ...(who ? { storageState: await stateOf(who) } : {}),
        ...options,
      });
      contexts.push(context);
      if (theme) await context.addCookies([{ name: PREFERENCE_COOKIES.theme, value: theme, url: address }]);
      const page = await context.newPage();
      await watch.add(page);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },

  as: async ({ address, stateOf }, use) => {
    const contexts: APIRequestContext[] = [];
    await use(async (who) => {
      const context = await request.newContext({
        baseURL: address,
        storageState: await stateOf(who),
        extraHTTPHeaders: { origin: address },
      });
      contexts.push(context);
      return new Http(context);
    });
    await Promise.all(contexts.map((context) => context.dispose()));
  },

  withToken: async ({ address }, use) => {
    const contexts: APIRequestContext[] = [];
    await use(async (token) => {
      const context = await request.newContext({
        baseURL: address,
        extraHTTPHeaders: { authorization: `Bearer ${token}` },
      });
      contexts.push(context);
      return new Http(context);
    });
    await Promise.all(contexts.map((context) => context.dispose()));
  },
});

export { expect };

/** What the sign-in page does when a persona is chosen. */
export async function signIn(address: string, email: string): Promise<State> {
  const context = await request.newContext({ baseURL: address, extraHTTPHeaders: { origin: address } });
  try {
    const { csrfToken } = (await (await context.get('/api/auth/csrf')).json()) as { csrfToken: string };
    const answer = await context.post('/api/auth/callback/demo', {
      form: { csrfToken, callbackUrl: '/', json: 'true', persona: email },
    });
    const { url } = (await answer.json()) as { url?: string };
    if (!answer.ok() || !url || new URL(url, address).searchParams.has('error'))
      throw new Error(`${email} was not let in: ${answer.status()} ${url}`);
    return await context.storageState();
  } finally {
    await context.dispose();
  }
}
