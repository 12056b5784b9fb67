import { and, isNull, ne, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { findings } from '#db/schema/revisions.ts';
import type { Ctx } from '../context.ts';

/**
 * What is no longer there is fixed. A false positive stays one, should it come back; only since when it is gone is kept,
 * so that whoever takes the word back finds it fixed. Returns how many are fixed by it.
 */
export async function markFixed(tx: Transaction, ctx: Ctx, gone: SQL | undefined): Promise<number> {
  const marked = await tx
    .update(findings)
    .set({
      state: sql`CASE WHEN ${findings.state} = 'false-positive' THEN ${findings.state} ELSE 'fixed' END`,
      fixedAt: ctx.now,
      version: sql`${findings.version} + 1`,
    })
    .where(and(gone, ne(findings.state, 'fixed'), isNull(findings.fixedAt)))
    .returning({ state: findings.state });
  return marked.filter(({ state }) => state === 'fixed').length;
}
