import { desc, eq, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { policies } from '#db/schema/gate.ts';
import type { GatePolicy } from '#lib/domain/gate/facts.ts';

export const GATE_POLICY = 'gate';

/** The version in force. */
export async function currentPolicy(db: Queryable): Promise<GatePolicy> {
  const [row] = await db
    .select()
    .from(policies)
    .where(eq(policies.key, GATE_POLICY))
    .orderBy(desc(policies.version))
    .limit(1);
  if (!row) throw new Error('the database has no policy: migrations seed one');
  return { ...row.document, version: row.version };
}

/** For queries: of the version `p` in force. */
export const fromPolicy = (column: SQL): SQL =>
  sql`(SELECT ${column} FROM policies p WHERE p.key = ${GATE_POLICY} ORDER BY p.version DESC LIMIT 1)`;
