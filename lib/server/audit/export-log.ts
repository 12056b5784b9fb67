import { Readable } from 'node:stream';
import type { Ctx } from '../context.ts';
import type { TimeSpan } from '../http/time-span.ts';
import { readLog } from './read-log.ts';

/** Streams the log as NDJSON: each line is a leaf of the sealed tree, byte for byte. A failure cuts the connection. */
export function exportLog(ctx: Ctx, span: TimeSpan): Response {
  const lines = Readable.from(toText(readLog(ctx.db, span)), { objectMode: false });
  return new Response(Readable.toWeb(lines) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': 'attachment; filename="audit.ndjson"',
      'cache-control': 'no-store',
    },
  });
}

async function* toText(batches: AsyncIterable<string[]>): AsyncGenerator<Buffer> {
  for await (const lines of batches) yield Buffer.from(`${lines.join('\n')}\n`);
}
