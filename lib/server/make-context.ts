import { randomUUID } from 'node:crypto';
import type { Actor, Ctx } from './context.ts';
import { connection } from './database.ts';
import { publicUrl } from './public-url.ts';

/** The surroundings of one piece of work, as of now. */
export function makeContext(actor: Actor, requestId: string = randomUUID()): Ctx {
  return { actor, db: connection().db, now: new Date(), requestId, baseUrl: publicUrl() };
}
