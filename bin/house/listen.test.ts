import { Agent, get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enterPhase } from '#lib/lifecycle.ts';
import { CLIENT_HEADER, PEER_HEADER } from '#lib/server/peer.ts';
import { listen } from './listen.ts';
import type { Listener } from './listen.ts';

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  text: string;
}

let listener: Listener | undefined;
let other: Server | undefined;

function ask(
  path: string,
  options: { headers?: Record<string, string>; agent?: Agent } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port: listener?.port, path, ...options }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
      response.on('error', reject);
    }).on('error', reject);
  });
}

beforeEach(() => enterPhase('starting'));

afterEach(async () => {
  listener?.cut();
  listener?.server.close();
  listener = undefined;
  await new Promise<void>((resolve) => (other ? other.close(() => resolve()) : resolve()));
  other = undefined;
});

describe('the listener', () => {
  it('says that Gatehouse is starting until there is something to answer with', async () => {
    listener = await listen('127.0.0.1', 0);
    const early = await ask('/api/v1/me');
    expect(early).toMatchObject({
      status: 503,
      headers: { 'retry-after': '2', 'content-type': 'application/problem+json' },
    });
    expect(JSON.parse(early.text)).toMatchObject({ status: 503, code: 'starting' });
    expect((await ask('/healthz')).status).toBe(200);
    listener.handWith((_request, response) => response.end('pages'));
    expect((await ask('/')).text).toBe('pages');
  });

  it('writes the caller’s address itself and believes nobody else’s', async () => {
    listener = await listen('127.0.0.1', 0);
    listener.handWith((request, response) => response.end(String(request.headers[PEER_HEADER])));
    expect((await ask('/', { headers: { [PEER_HEADER]: '10.0.0.1' } })).text).toBe('127.0.0.1');
    const forwarded = { [PEER_HEADER]: '127.0.0.1', 'x-forwarded-for': '10.0.0.1' };
    expect((await ask('/', { headers: forwarded })).text).toBe('forwarded');
  });

  it.each([
    ['nobody unless told to', [], '127.0.0.1'],
    ['not those who are not named', ['10.0.0.0/8'], '127.0.0.1'],
    ['the proxies it was told to', ['127.0.0.1'], '192.0.2.7'],
  ])('believes %s about where a request comes from', async (_whom, proxies, expected) => {
    listener = await listen('127.0.0.1', 0, proxies);
    listener.handWith((request, response) => response.end(String(request.headers[CLIENT_HEADER])));
    const sent = { [CLIENT_HEADER]: '192.0.2.66', 'x-forwarded-for': '192.0.2.66, 192.0.2.7' };
    expect((await ask('/', { headers: sent })).text).toBe(expected);
    expect((await ask('/', { headers: { [CLIENT_HEADER]: '192.0.2.66' } })).text).toBe('127.0.0.1');
  });

  it('names the process that has the port and a free one', async () => {
    other = createServer();
    await new Promise<void>((resolve) => other?.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const failure = await listen('127.0.0.1', port).catch((error: Error & { hint?: string }) => error);
    expect(failure).toMatchObject({
      message: expect.stringContaining(`Port ${port} is taken by process ${process.pid} (`),
      hint: expect.stringMatching(/PORT=\d+ npm start$/),
    });
  });

  it('says when the host is not ours', async () => {
    await expect(listen('192.0.2.1', 0)).rejects.toThrow('HOST=192.0.2.1 is no address of this machine.');
  });
});

describe('draining', () => {
  it('finishes what has begun, closes kept-alive connections with their answer and takes nothing new', async () => {
    listener = await listen('127.0.0.1', 0);
    const { promise: mayAnswer, resolve: answer } = Promise.withResolvers<void>();
    const { promise: hasBegun, resolve: begin } = Promise.withResolvers<void>();
    listener.handWith(async (_request, response) => {
      begin();
      await mayAnswer;
      response.end('done');
    });
    const agent = new Agent({ keepAlive: true });
    const inFlight = ask('/', { agent });
    await hasBegun;
    enterPhase('draining');
    const drained = listener.drain({ graceMs: 20, limitMs: 5000 });
    await expect(ask('/')).rejects.toThrow('ECONNREFUSED');
    answer();
    expect(await inFlight).toMatchObject({ status: 200, text: 'done', headers: { connection: 'close' } });
    await drained;
    agent.destroy();
  });

  it('cuts what does not end', async () => {
    listener = await listen('127.0.0.1', 0);
    const { promise: hasBegun, resolve: begin } = Promise.withResolvers<void>();
    listener.handWith(() => begin());
    const inFlight = ask('/').catch((error: Error & { code?: string }) => error.code);
    await hasBegun;
    await listener.drain({ graceMs: 10, limitMs: 50 });
    expect(await inFlight).toBe('ECONNRESET');
  });
});
