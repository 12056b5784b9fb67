import { createHash } from 'node:crypto';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Database, Queryable, Transaction } from '#db/client.ts';
import { idempotencyKeys } from '#db/schema/audit.ts';
import { env } from '#lib/env.ts';
import { openText, sealText } from '../gate/sealed-text.ts';
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
  /** The answer was kept, in the verb's transaction. */
  isSettled: boolean;
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
    throw new Problem('invalid', 'This Idempotency-Key was used for another request.', {
      code: 'idempotency.other-request',
    });
  }
  return { status: row.status, body: open(row.body, claim), headers: row.headers };
}

/** Answers may hold what is told once only, a token for instance: the table alone must not give it away. */
const sealOf = ({ actor, key }: IdempotencyClaim) => ({
  secret: env().secret,
  purpose: 'gatehouse/stored-answer/v1',
  context: `${actor}\n${key}`,
});

const seal = (body: string, claim: IdempotencyClaim): string =>
  body === '' ? '' : sealText(body, sealOf(claim));

function open(stored: string, claim: IdempotencyClaim): string {
  if (stored === '') return '';
  try {
    return openText(stored, sealOf(claim));
  } catch (cause) {
    const detail = 'The first answer to this Idempotency-Key cannot be read any more; use another key.';
    throw new Problem('conflict', detail, { code: 'idempotency.unreadable', cause });
  }
}

/**
 * First statement of a transaction with a key: a parallel duplicate is told to come back instead of holding a
 * connection, one that comes later gets the first answer.
 */
export async function claimKey(tx: Transaction, claim: IdempotencyClaim): Promise<void> {
  const lock = sql`hashtextextended(${`${claim.actor}\n${claim.key}`}, 4718)`;
  const { rows } = await tx.execute<{ locked: boolean }>(
    sql`SELECT pg_try_advisory_xact_lock(${lock}) AS locked`,
  );
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
  claim.isSettled = true;
  const plain = claim.answerOf(result);
  const answer = { ...plain, body: seal(plain.body, claim) };
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

/** For what has no effect, and so no transaction of its own: the key still belongs to this request alone. */
export async function settle(db: Database, claim: IdempotencyClaim, result: unknown): Promise<void> {
  if (claim.isSettled) return;
  await db.transaction(async (tx) => {
    await claimKey(tx, claim);
    await storeAnswer(tx, claim, result);
  });
}

/** Returns how many answers were forgotten. */
export async function forgetOldKeys(db: Database): Promise<number> {
  const { rowCount } = await db
    .delete(idempotencyKeys)
    .where(lt(idempotencyKeys.createdAt, sql`now() - make_interval(hours => ${IDEMPOTENCY_HOURS})`));
  return rowCount ?? 0;
}
