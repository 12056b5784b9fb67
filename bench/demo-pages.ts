import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PERSONAS } from '../db/demo/personas.ts';

const PORTAL = join(import.meta.dirname, '..', 'app', '(portal)');

/** Every page of the portal by its route, with an address in the demonstration at which it has much to show. */
export async function demoPages(base: string, cookie: string): Promise<{ route: string; address: string }[]> {
  const items = async (path: string): Promise<Record<string, string>[]> => {
    const answer = await fetch(`${base}/api/v1${path}`, { headers: { cookie } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return ((await answer.json()) as { items: Record<string, string>[] }).items;
  };
  const first = async (path: string, field: string): Promise<string> => {
    const [found] = await items(path);
    if (!found) throw new Error(`nothing under ${path}`);
    return String(found[field]);
  };
  const api = await first('/apis?signOff=void&sort=-risk', 'slug');
  const [newest, before] = await items(`/apis/${api}/revisions`);
  const places = {
    '/apis/[slug]/findings/[id]': `/apis/${api}/findings/${await first(`/findings?api=${api}`, 'id')}`,
    '/apis/[slug]': `/apis/${api}`,
    '/applications/[slug]': `/applications/${await first('/applications', 'slug')}`,
    '/audit/[seq]': `/audit/${await first('/audit', 'seq')}`,
    '/reviews/[id]': `/reviews/${await first('/reviews?state=open', 'id')}`,
    '/teams/[slug]': `/teams/${await first('/teams', 'slug')}`,
  };
  return routes().map((route) => {
    const found = Object.entries(places).find(([place]) => route === place || route.startsWith(`${place}/`));
    const address = found ? found[1] + route.slice(found[0].length) : route;
    if (address.includes('[')) throw new Error(`no address is known for ${route}`);
    const query = route.endsWith('/changes') ? `?from=${before?.['id']}&to=${newest?.['id']}` : '';
    return { route, address: address + query };
  });
}

/** From the tree of files: `/apis/[slug]`. */
function routes(): string[] {
  return readdirSync(PORTAL, { recursive: true, encoding: 'utf8' })
    .map((path) => `/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('/page.tsx'))
    .map((path) => path.replace(/\/page\.tsx$/, '').replaceAll(/\/\([^)]+\)/g, '') || '/');
}

/** What the sign-in page does when a persona is chosen: the cookies of the session. */
export async function signInAsDemo(base: string): Promise<string> {
  const begun = await fetch(`${base}/api/auth/csrf`);
  const { csrfToken } = (await begun.json()) as { csrfToken: string };
  const persona = PERSONAS.find(({ key }) => key === 'admin')?.email ?? '';
  const answer = await fetch(`${base}/api/auth/callback/demo`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: base, cookie: cookiesOf(begun) },
    body: new URLSearchParams({ csrfToken, callbackUrl: '/', json: 'true', persona }),
  });
  if (!answer.ok) throw new Error(`nobody was let in: ${answer.status}`);
  return `${cookiesOf(begun)}; ${cookiesOf(answer)}`;
}

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
