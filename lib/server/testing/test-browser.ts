export interface BrowserAnswer {
  status: number;
  url: string;
  text: string;
  headers: Headers;
}

const LONGEST_WAY = 12;

/** A browser as far as sign-in goes: cookies by host, redirects followed, an `Origin` on what its pages send. */
export class TestBrowser {
  readonly #jars = new Map<string, Map<string, string>>();

  /** Follows redirects to their end, from host to host. */
  async open(address: string, init: RequestInit = {}): Promise<BrowserAnswer> {
    let answer = await this.send(address, init);
    for (let hop = 0; hop < LONGEST_WAY; hop += 1) {
      const next = answer.headers.get('location');
      if (answer.status < 300 || answer.status > 399 || next === null) return answer;
      answer = await this.send(new URL(next, answer.url).href);
    }
    throw new Error(`redirected in a circle: ${answer.url}`);
  }

  async send(address: string, init: RequestInit = {}): Promise<BrowserAnswer> {
    const { host, href } = new URL(address);
    const jar = this.cookiesOf(host);
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(href, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) keep(jar, line);
    return { status: response.status, url: href, text: await response.text(), headers: response.headers };
  }

  cookiesOf(host: string): Map<string, string> {
    const jar = this.#jars.get(host) ?? new Map<string, string>();
    this.#jars.set(host, jar);
    return jar;
  }

  /** What the sign-in page does: asks for the token against forged forms, then posts the form. */
  async signIn(portal: string, step: string, fields: Record<string, string> = {}): Promise<BrowserAnswer> {
    return this.#post(portal, `/api/auth/${step}`, { callbackUrl: '/', ...fields });
  }

  async signOut(portal: string): Promise<BrowserAnswer> {
    return this.#post(portal, '/api/auth/signout', {});
  }

  async #post(portal: string, path: string, fields: Record<string, string>): Promise<BrowserAnswer> {
    const { text } = await this.send(`${portal}/api/auth/csrf`);
    const { csrfToken } = JSON.parse(text) as { csrfToken: string };
    const body = new URLSearchParams({ csrfToken, ...fields });
    return this.open(portal + path, { method: 'POST', body, headers: { origin: portal } });
  }
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';');
  const at = pair.indexOf('=');
  const isGone = attributes.some((one) => /^\s*max-age=0$/i.test(one)) || at === pair.length - 1;
  if (isGone) jar.delete(pair.slice(0, at));
  else jar.set(pair.slice(0, at), pair.slice(at + 1));
}
