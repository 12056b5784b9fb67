import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineRoute } from './define-route.ts';
import { readInput } from './read-input.ts';

const anywhere = defineRoute({
  method: 'GET',
  path: '/{rest}',
  operationId: 'anywhere',
  tag: 'Reference',
  summary: 'Anything below',
  access: { people: 'everyone' },
  handler: async () => ({ status: 204 }),
});
const read = (rest: string[]) =>
  readInput(anywhere, new Request('http://portal.example/api/v1/x'), { rest } as never);

it('takes the list of parts of a catch-all address, and refuses one that holds no text', async () => {
  await expect(read(['no-such-route', 'at-all'])).resolves.toMatchObject({
    input: { params: { rest: ['no-such-route', 'at-all'] } },
  });
  await expect(read(['fine', 'a\0b'])).rejects.toMatchObject({ code: 'not-found' });
});

describe('a packed body', () => {
  const raw = { mediaTypes: ['application/json'], maxBytes: 1000, description: 'Anything' };
  const about = {
    operationId: 'take',
    tag: 'Reference',
    summary: 'Take',
    access: { people: 'everyone' },
  } as const;
  const handler = async () => ({ status: 204 });
  const takesBytes = defineRoute({ method: 'POST', path: '/bytes', ...about, raw, handler });
  const body = z.looseObject({});
  const takesJson = defineRoute({ method: 'POST', path: '/json', ...about, body, maxBytes: 1000, handler });
  const send = (to: typeof takesBytes | typeof takesJson, bytes: Uint8Array, encoding?: string) =>
    readInput(
      to,
      new Request('http://portal.example/api/v1/x', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
        },
        body: bytes as BodyInit,
      }),
      {},
    );
  const text = '{"said":"before it was packed"}';
  const packed = gzipSync(text);

  it('is read as it was before, whatever it is', async () => {
    for (const encoding of ['gzip', 'GZIP', 'x-gzip']) {
      const { input, bytes } = await send(takesBytes, packed, encoding);
      expect(Buffer.from(bytes).toString()).toBe(text);
      expect(input.raw!.bytes).toBe(bytes);
      expect((await send(takesJson, packed, encoding)).input.body).toEqual(JSON.parse(text));
    }
    expect((await send(takesJson, Buffer.from(text), 'identity')).input.body).toEqual(JSON.parse(text));
  });

  it.each([
    ['packed otherwise', packed, 'br', 'media-type', /not as content-encoding br/],
    ['packed twice', gzipSync(packed), 'gzip, gzip', 'media-type', /gzip, gzip/],
    ['packed in secret', packed, undefined, 'media-type', /say so with content-encoding: gzip/],
    ['not packed at all', Buffer.from(text), 'gzip', 'malformed', /no whole gzip stream/],
    ['cut off', packed.subarray(0, -9), 'gzip', 'malformed', /no whole gzip stream/],
    [
      'too large when unpacked',
      gzipSync(Buffer.alloc(20_000_000)),
      'gzip',
      'too-large',
      /at most 1,000 bytes/,
    ],
  ])('that is %s is refused, and told why', async (_, bytes, encoding, kind, detail) => {
    for (const to of [takesBytes, takesJson])
      await expect(send(to, bytes, encoding)).rejects.toMatchObject({
        kind,
        message: expect.stringMatching(detail),
      });
  });
});
