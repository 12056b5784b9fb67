import { createHash } from 'node:crypto';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Database, Queryable, Transaction } from '#db/client.ts';
import { idempotencyKeys } from '#db/schema/audit.ts';
import { Problem } from './problem.ts';

export const IDEMPOTENCY_HOURS = 24;

export interface StoredAnswer {
  status: number;
  body: string;
  headers: Record<string, string>;
}

/** What a route promises for one `Idempotency-Key`: settled in the same transaction as the effect. */
export interface IdempotencyClaim {
  actor: string;
  key: string;
  requestHash: string;
  /** The answer for what the verb returned. */
  answerOf: (result: unknown) => StoredAnswer;
}

/** Ends the transaction of a request that was already answered; the route sends the stored answer. */
export class Replay extends Error {
  readonly answer: StoredAnswer;
  constructor(answer: StoredAnswer) {
    super('already answered');
    this.answer = answer;
  }
}

export function hashRequest(method: string, path: string, body: Uint8Array | string): string {
  return createHash('sha256').update(`${method} ${path}\n`).update(body).digest('hex');
}

export async function findStoredAnswer(db: Queryable, claim: IdempotencyClaim): Promise<StoredAnswer | null> {
  const [row] = await db
    .select()
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.actor, claim.actor),
        eq(idempotencyKeys.key, claim.key),
        sql`${idempotencyKeys.createdAt} > now() - make_interval(hours => ${IDEMPOTENCY_HOURS})`,
      ),
    );
  if (!row) return null;
  if (row.requestHash !== claim.requestHash) {
    throw new Problem('invalid', 'This Idempotency-Key was used for another request.', { code: 'idempotency.other-request' });
  }
  return { status: row.status, body: row.body, headers: row.headers };
}

/**
 * First statement of a transaction with a key: a parallel duplicate is told to come back instead of holding a
 * connection, one that comes later gets the first answer.
 */
export async function claimKey(tx: Transaction, claim: IdempotencyClaim): Promise<void> {
  const lock = sql`hashtextextended(${`${claim.actor}\n${claim.key}`}, 4718)`;
  const { rows } = await tx.execute<{ locked: boolean }>(sql`SELECT pg_try_advisory_xact_lock(${lock}) AS locked`);
  if (!rows[0]?.locked) {
    throw new Problem('conflict', 'The first request with this Idempotency-Key is still running.', {
      code: 'idempotency.in-progress',
      retryAfter: 1,
    });
  }
  const stored = await findStoredAnswer(tx, claim);
  if (stored) throw new Replay(stored);
}

export async function storeAnswer(tx: Transaction, claim: IdempotencyClaim, result: unknown): Promise<void> {
  const answer = claim.answerOf(result);
  const row = { actor: claim.actor, key: claim.key, requestHash: claim.requestHash, ...answer };
  await tx
    .insert(idempotencyKeys)
    .values(row)
    // Only an expired answer can still be there.
    .onConflictDoUpdate({
      target: [idempotencyKeys.actor, idempotencyKeys.key],
      set: { ...answer, requestHash: claim.requestHash, createdAt: sql`now()` },
    });
}

export async function forgetOldKeys(db: Database): Promise<void> {
  await db
    .delete(idempotencyKeys)
    .where(lt(idempotencyKeys.createdAt, sql`now() - make_interval(hours => ${IDEMPOTENCY_HOURS})`));
}
