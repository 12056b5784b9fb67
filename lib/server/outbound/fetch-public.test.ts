import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INSIDE, LIMITS, allow, names, refusal, useInsideWorld } from '../testing/inside-world.ts';
import { fetchPublic } from './fetch-public.ts';
import type { FetchLimits, Resolve } from './fetch-public.ts';

const OUTSIDE_HOST = 'files.example.test';
const inside = useInsideWorld();

describe('an outside host', () => {
  const servers: Server[] = [];
  let outside = '';
  let answer: RequestListener = (_request, response) => response.end('{}');
  // The outside of this test: a loopback address that the operator lists by the host's name.
  const resolve = names({ [OUTSIDE_HOST]: ['127.0.0.2'], localhost: ['127.0.0.1'] });
  const fetchIt = (limits: Partial<FetchLimits> = {}) =>
    fetchPublic(outside, { ...LIMITS, resolve, ...limits });
  const redirectTo = (location: string): RequestListener => {
    return (_request, response) => response.writeHead(302, { location }).end();
  };

  beforeAll(async () => {
    allow(OUTSIDE_HOST);
    const server = createServer((request, response) => answer(request, response));
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.2', done));
    outside = `http://${OUTSIDE_HOST}:${(server.address() as AddressInfo).port}/spec/openapi.yaml?token=canary`;
  });
  afterAll(() => {
    allow('');
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  });

  it('is reached, without anything that could be a credential', async () => {
    let headers: Record<string, unknown> = {};
    answer = (request, response) => {
      ({ headers } = request);
      response.writeHead(200, { 'content-type': 'Application/YAML; charset=utf-8' }).end('openapi: 3.1.0');
    };
    const fetched = await fetchIt();
    expect(fetched.bytes.toString()).toBe('openapi: 3.1.0');
    expect(fetched).toMatchObject({ mediaType: 'application/yaml', url: outside });
    expect(Object.keys(headers).toSorted()).toEqual(['accept', 'connection', 'host', 'user-agent']);
  });

  it('is followed to where it redirects, but not for ever', async () => {
    let hops = 0;
    answer = (_request, response) => {
      hops += 1;
      if (hops <= 3) response.writeHead(307, { location: `./step-${hops}` }).end();
      else response.end('{}');
    };
    expect((await fetchIt()).url).toMatch(/\/spec\/step-3$/);
    answer = redirectTo('/again');
    const problem = await refusal(outside, { resolve });
    expect(problem).toMatchObject({ kind: 'invalid', code: 'import.redirects' });
    expect(problem.message).not.toContain('canary');
  });

  it.each([
    ['http://127.0.0.1:PORT/', INSIDE],
    ['http://[::1]:PORT/', INSIDE],
    ['http://2130706433:PORT/', INSIDE],
    ['http://[::ffff:127.0.0.1]:PORT/', INSIDE],
    ['//127.0.0.1:PORT/', INSIDE],
    ['http://localhost:PORT/', INSIDE],
    ['https://127.0.0.1:PORT/', INSIDE],
    ['http://169.254.169.254/latest/meta-data/', INSIDE],
    ['file:///etc/passwd', 'import.scheme'],
    ['gopher://127.0.0.1:PORT/', 'import.scheme'],
    ['http://user@127.0.0.1:PORT/', 'import.credentials'],
    ['http://[', 'import.scheme'],
  ])('cannot send us to %s', async (location, code) => {
    answer = redirectTo(location.replace('PORT', String(inside.port)));
    expect(await refusal(outside, { resolve })).toMatchObject({ kind: 'invalid', code });
    expect(inside.connections).toBe(0);
  });

  it('that sends too much is cut off', async () => {
    answer = (_request, response) => response.end('x'.repeat(1001));
    expect(await refusal(outside, { resolve })).toMatchObject({ kind: 'invalid', code: 'import.too-large' });
    answer = (_request, response) => response.end('x'.repeat(1000));
    expect((await fetchIt()).bytes).toHaveLength(1000);
  });

  it('that sends without end is cut off', async () => {
    answer = (_request, response) => {
      const more = () => response.write('x'.repeat(500), (error) => error ?? setImmediate(more));
      more();
    };
    expect(await refusal(outside, { resolve })).toMatchObject({ kind: 'invalid', code: 'import.too-large' });
  });

  it.each([
    ['never answers', () => {}],
    ['never ends', (_request, response) => void response.write('{')],
  ] as [string, RequestListener][])('that %s is given up', async (_what, listener) => {
    answer = listener;
    const problem = await refusal(outside, { resolve, timeoutMs: 200 });
    expect(problem).toMatchObject({ kind: 'invalid', code: 'import.unreachable' });
    expect(problem.message).toMatch(/did not answer in time\.$/);
  });

  it.each([204, 304, 401, 403, 404, 418, 500, 503])('that answers %i is told so', async (status) => {
    answer = (_request, response) => response.writeHead(status).end();
    const problem = await refusal(outside, { resolve });
    expect(problem).toMatchObject({ kind: 'invalid', code: 'import.status' });
    expect(problem.message).toMatch(new RegExp(`answered ${status}\\.$`));
  });

  it('that hangs up is told so', async () => {
    answer = (request) => request.socket.destroy();
    expect((await refusal(outside, { resolve })).message).toMatch(/could not be reached\.$/);
    answer = (request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{');
      setImmediate(() => request.socket.destroy());
    };
    expect(await refusal(outside, { resolve })).toMatchObject({ code: 'import.unreachable' });
  });
});

describe('networks that the operator lists', () => {
  const reached = async (host: string, resolve?: Resolve) => {
    await refusal(`http://${host}:${inside.port}/`, resolve ? { resolve } : {});
    return inside.connections > 0;
  };

  it.each([
    ['127.0.0.0/8', '127.0.0.1', true],
    ['127.0.0.1', '127.0.0.1', true],
    ['127.0.0.1/32', '2130706433', true],
    ['127.0.0.1/32', '[::ffff:127.0.0.1]', true],
    ['::1/128', '[::1]', true],
    ['::1', '[::1]', true],
    ['10.0.0.0/8,127.0.0.1', '127.0.0.1', true],
    ['127.0.0.2/32', '127.0.0.1', false],
    ['10.0.0.0/8', '127.0.0.1', false],
    ['::1', '127.0.0.1', false],
    ['localhost', '127.0.0.1', false],
  ])('with %s, %s is reached: %s', async (networks, host, expected) => {
    allow(networks);
    expect(await reached(host)).toBe(expected);
    allow('');
  });

  it('by the name of a host, which may then stand for any address', async () => {
    allow('spec.corp.test');
    const resolve = names({ 'spec.corp.test': ['127.0.0.1'], 'other.corp.test': ['127.0.0.1'] });
    expect(await reached('other.corp.test', resolve)).toBe(false);
    expect(await reached('SPEC.corp.test', resolve)).toBe(true);
    allow('');
  });
});
