import { afterEach, describe, expect, it, vi } from 'vitest';
import { apiGet, apiSend, apiUrl } from './api.ts';
import { newIdempotencyKey } from './api-send.ts';
import { ApiProblem } from './api-problem.ts';

const json = (body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json', ...headers } });

function serve(...answers: (() => Response)[]) {
  const calls: { url: string; init: RequestInit; headers: Headers }[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    calls.push({ url, init, headers: new Headers(init.headers) });
    const next = answers[calls.length - 1];
    if (!next) throw new TypeError('connection refused');
    return next();
  });
  return calls;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('apiUrl', () => {
  it('repeats a name for each value and leaves out empty ones', () => {
    expect(apiUrl('/apis', { q: 'pay ment', team: ['a', 'b'], tier: [], sort: '', limit: 20, x: null })).toBe(
      '/api/v1/apis?q=pay+ment&team=a&team=b&limit=20',
    );
  });

  it('takes a ready query', () => {
    expect(apiUrl('/apis', 'q=1')).toBe('/api/v1/apis?q=1');
    expect(apiUrl('/apis')).toBe('/api/v1/apis');
  });
});

describe('apiGet', () => {
  it('gives the body', async () => {
    serve(() => json({ slug: 'orders' }));
    await expect(apiGet('/apis/orders')).resolves.toEqual({ slug: 'orders' });
  });

  it('turns a problem document into a typed error', async () => {
    const problem = {
      title: 'Conflict',
      status: 409,
      detail: 'Already signed.',
      code: 'review.state',
      requestId: 'r1',
      errors: [{ pointer: '/name', detail: 'Too long.' }],
    };
    serve(
      () =>
        new Response(JSON.stringify(problem), {
          status: 409,
          headers: { 'content-type': 'application/problem+json' },
        }),
    );
    const error = await apiGet('/x').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error).toMatchObject({
      status: 409,
      code: 'review.state',
      message: 'Already signed.',
      requestId: 'r1',
    });
    expect((error as ApiProblem).errorAt('/name')).toBe('Too long.');
    expect((error as ApiProblem).errorAt('/slug')).toBeUndefined();
  });

  it('says a plain sentence when the answer is no problem document', async () => {
    serve(() => new Response('<html>', { status: 502, headers: { 'content-type': 'text/html' } }));
    await expect(apiGet('/x')).rejects.toMatchObject({
      status: 502,
      code: 'unknown',
      message: 'The server answered 502.',
    });
  });

  it('says that no answer came', async () => {
    serve();
    await expect(apiGet('/x')).rejects.toMatchObject({ status: 0, code: 'network' });
  });
});

describe('apiSend', () => {
  it('sends what the person saw and a key of its own', async () => {
    const calls = serve(
      () => json({}, { etag: '"2"' }),
      () => json({}),
    );
    const first = await apiSend('POST', '/apis', { slug: 'a' }, { ifMatch: '"1"' });
    await apiSend('POST', '/apis', { slug: 'a' });
    expect(first.etag).toBe('"2"');
    expect(calls[0]?.headers.get('if-match')).toBe('"1"');
    expect(calls[0]?.init.body).toBe('{"slug":"a"}');
    const keys = calls.map((call) => call.headers.get('idempotency-key'));
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).not.toBe(keys[0]);
  });

  it('repeats with the same key when no answer came', async () => {
    vi.useFakeTimers();
    const calls = serve(
      () => {
        throw new TypeError('connection reset');
      },
      () => json({ id: 1 }),
    );
    const sent = apiSend<{ id: number }>('POST', '/apis', {});
    await vi.runAllTimersAsync();
    expect((await sent).data).toEqual({ id: 1 });
    expect(calls).toHaveLength(2);
    expect(calls[1]?.headers.get('idempotency-key')).toBe(calls[0]?.headers.get('idempotency-key'));
  });

  it('does not repeat a refusal', async () => {
    const calls = serve(() => new Response('', { status: 403 }));
    await expect(apiSend('POST', '/apis', {})).rejects.toMatchObject({ status: 403 });
    expect(calls).toHaveLength(1);
  });

  it('sends a description as it is', async () => {
    const calls = serve(() => new Response(null, { status: 204 }));
    await apiSend('POST', '/apis/a/revisions', 'openapi: 3.1.0', { contentType: 'application/yaml' });
    expect(calls[0]?.init.body).toBe('openapi: 3.1.0');
    expect(calls[0]?.headers.get('content-type')).toBe('application/yaml');
  });
});

describe('newIdempotencyKey', () => {
  it('is never the same', () => {
    expect(new Set(Array.from({ length: 1000 }, newIdempotencyKey)).size).toBe(1000);
  });
});
