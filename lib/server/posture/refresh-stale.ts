import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { refreshDueDates } from '../findings/refresh-due-dates.ts';
import { refreshPosture } from './refresh-posture.ts';

const BATCH = 100;
/** Several environments of an API are due together, and some APIs may be in another process's hands. */
const ROWS_LOOKED_AT = 1000;

/** Recomputes what time, or a change too wide to wait for, has made out of date. Returns how many APIs were done. */
export async function refreshStale(ctx: Ctx): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    // Skips what another process has in hand: several replicas share the work, and a change refreshes its API itself.
    const { rows } = await tx.execute<{ id: string }>(sql`
      SELECT a.id FROM apis a WHERE a.id IN (
        SELECT due.api_id FROM (SELECT api_id FROM posture WHERE refresh_at <= ${ctx.now} ORDER BY refresh_at LIMIT ${ROWS_LOOKED_AT}) due)
      ORDER BY a.slug LIMIT ${BATCH} FOR NO KEY UPDATE OF a SKIP LOCKED`);
    const ids = rows.map((row) => row.id);
    await refreshDueDates(tx, ids);
    await refreshPosture(tx, ctx, ids);
    return rows.length;
  });
}
