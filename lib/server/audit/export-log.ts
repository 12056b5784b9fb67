import type { Ctx } from '../context.ts';
import { streamResponse } from '../http/stream-response.ts';
import type { TimeSpan } from '../http/time-span.ts';
import { readLog } from './read-log.ts';

/** Streams the log as NDJSON: each line is a leaf of the sealed tree, byte for byte. */
export function exportLog(ctx: Ctx, span: TimeSpan): Response {
  return streamResponse('audit.ndjson', 'application/x-ndjson', toText(readLog(ctx.db, span)));
}

async function* toText(batches: AsyncIterable<string[]>): AsyncGenerator<string> {
  for await (const lines of batches) yield `${lines.join('\n')}\n`;
}
