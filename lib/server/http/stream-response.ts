import { Readable } from 'node:stream';

/** A text that is made while it is sent; a failure on the way cuts the connection, so that nobody takes a part for all. */
export function streamResponse(filename: string, mediaType: string, parts: AsyncIterable<string>): Response {
  const stream = Readable.from(toBytes(parts), { objectMode: false });
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': `${mediaType}; charset=utf-8`,
      'content-disposition': `attachment; filename="${filename}"`,
      'cache-control': 'no-store',
    },
  });
}

async function* toBytes(parts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const part of parts) yield Buffer.from(part);
}
