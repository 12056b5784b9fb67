import type { Transaction } from '#db/client.ts';
import type { Ctx } from './context.ts';
import { claimKey, storeAnswer } from './http/idempotency.ts';

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const ATTEMPTS = 3;

/**
 * The one way to change anything. Inside: load in scope, decide, write conditionally, `audit`. With an
 * `Idempotency-Key` the answer is kept in the same transaction, so that a cut connection cannot cause a second effect;
 * therefore a verb opens one transaction and its route answers with what that transaction returned.
 */
export async function transact<Result>(
  ctx: Ctx,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ctx.db.transaction(async (tx) => {
        if (ctx.idempotency) await claimKey(tx, ctx.idempotency);
        const result = await work(tx);
        if (ctx.idempotency) await storeAnswer(tx, ctx.idempotency, result);
        return result;
      });
    } catch (error) {
      const code = postgresCode(error);
      const mayRetry = code === SERIALIZATION_FAILURE || code === DEADLOCK;
      if (!mayRetry || attempt === ATTEMPTS) throw error;
    }
  }
}

/** SQLSTATE of an error, also where the query builder wrapped it. */
export function postgresCode(error: unknown): string | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const { code } = at as Error & { code?: unknown };
    if (typeof code === 'string') return code;
  }
  return undefined;
}
