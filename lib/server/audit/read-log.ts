import { sql } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import type { TimeSpan } from '../http/time-span.ts';
import { auditLine } from './audit.ts';
import type { StoredEvent } from './queries.ts';

const BATCH = 2000;

/** The exact lines of the log in order, in batches: memory stays the same however long the log is. */
export async function* readLog(db: Queryable, { from, to }: TimeSpan = {}): AsyncGenerator<string[]> {
  const since = from ? sql`AND at >= ${from}` : sql``;
  const until = to ? sql`AND at < ${to}` : sql``;
  for (let last = 0; ;) {
    const { rows } = await db.execute<StoredEvent>(
      sql`SELECT seq, event FROM audit_events WHERE seq > ${last} ${since} ${until} ORDER BY seq LIMIT ${BATCH}`,
    );
    if (rows.length > 0) yield rows.map(auditLine);
    if (rows.length < BATCH) return;
    last = rows.at(-1)!.seq;
  }
}
