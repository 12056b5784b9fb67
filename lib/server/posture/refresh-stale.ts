import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { refreshPosture } from './refresh-posture.ts';

const BATCH = 100;

/** Recomputes what time, or a change too wide to wait for, has made out of date. Returns how many APIs were done. */
export async function refreshStale(ctx: Ctx): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    // Skips what another process has in hand: several replicas share the work.
    const { rows } = await tx.execute<{ id: string }>(sql`
      WITH due AS (
        SELECT api_id, environment FROM posture WHERE refresh_at <= ${ctx.now}
        ORDER BY refresh_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
      ) SELECT DISTINCT api_id AS id FROM due`);
    await refreshPosture(
      tx,
      ctx,
      rows.map((row) => row.id),
    );
    return rows.length;
  });
}
