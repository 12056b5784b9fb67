import type { Transaction } from '#db/client.ts';
import type { Ctx } from './context.ts';
import { claimKey, storeAnswer } from './http/idempotency.ts';
import type { Problem } from './http/problem.ts';

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const ATTEMPTS = 3;

/**
 * What a verb returns to refuse the request and keep what it wrote all the same, where a refusal is evidence. The key of
 * the request stays free: asked again, it is judged again.
 */
export class KeptRefusal {
  readonly problem: Problem;
  constructor(problem: Problem) {
    this.problem = problem;
  }
}

/** Has something done once what the transaction wrote is there to stay; never for an attempt that was undone. */
export type AfterCommit = (run: () => void) => void;

/**
 * The one way to change anything. Inside: load in scope, decide, write conditionally, `audit`. With an
 * `Idempotency-Key` the answer is kept in the same transaction, so that a cut connection cannot cause a second effect;
 * therefore a verb opens one transaction and its route answers with what that transaction returned.
 */
export async function transact<Result>(
  ctx: Ctx,
  work: (tx: Transaction, afterCommit: AfterCommit) => Promise<Result | KeptRefusal>,
): Promise<Result> {
  const { result, after } = await attempted(ctx, work);
  for (const run of after) run();
  if (result instanceof KeptRefusal) throw result.problem;
  return result;
}

interface Done<Result> {
  result: Result | KeptRefusal;
  after: (() => void)[];
}

async function attempted<Result>(
  ctx: Ctx,
  work: (tx: Transaction, afterCommit: AfterCommit) => Promise<Result | KeptRefusal>,
): Promise<Done<Result>> {
  for (let attempt = 1; ; attempt += 1) {
    const after: Done<Result>['after'] = [];
    try {
      const result = await ctx.db.transaction(async (tx) => {
        if (ctx.idempotency) await claimKey(tx, ctx.idempotency);
        const written = await work(tx, (run) => after.push(run));
        if (ctx.idempotency && !(written instanceof KeptRefusal))
          await storeAnswer(tx, ctx.idempotency, written);
        return written;
      });
      return { result, after };
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
