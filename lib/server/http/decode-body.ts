import { Problem } from './problem.ts';

type Body = NonNullable<Request['body']>;

const GZIP = [0x1f, 0x8b] as const;

/** The body as it was before it was packed for the way: gzip is unpacked while it is read, everything else refused. */
export function decodeBody(request: Request): AsyncIterable<Uint8Array> | null {
  const { body } = request;
  const encoding = (request.headers.get('content-encoding') ?? '').trim().toLowerCase();
  if (!['', 'identity', 'gzip', 'x-gzip'].includes(encoding)) {
    throw new Problem(
      'media-type',
      `A body may come packed with gzip or not at all, not as content-encoding ${encoding.slice(0, 100)}.`,
      { code: 'content-encoding' },
    );
  }
  if (!body) return null;
  return encoding.endsWith('gzip') ? unpack(body) : refusePacked(body);
}

async function* unpack(body: Body): AsyncIterable<Uint8Array> {
  const unpacked = body.pipeThrough(new DecompressionStream('gzip'));
  try {
    for await (const chunk of chunksOf(unpacked)) yield chunk;
  } catch (error) {
    throw new Problem('malformed', 'The content-encoding says gzip, and the body is no whole gzip stream.', {
      code: 'content-encoding',
      cause: error,
    });
  }
}

/** Nothing that is understood here begins like gzip; as text it would only be refused for its first odd character. */
async function* refusePacked(body: Body): AsyncIterable<Uint8Array> {
  let isFirst = true;
  for await (const chunk of chunksOf(body)) {
    if (isFirst && chunk.byteLength > 0) {
      if (GZIP.every((byte, at) => chunk[at] === byte)) {
        throw new Problem('media-type', 'The body is packed with gzip: say so with content-encoding: gzip.', {
          code: 'content-encoding',
        });
      }
      isFirst = false;
    }
    yield chunk;
  }
}

const chunksOf = (stream: Body) => stream as unknown as AsyncIterable<Uint8Array>;
