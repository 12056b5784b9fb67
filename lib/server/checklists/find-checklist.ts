import { and, desc, eq, sql } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { checklists } from '#db/schema/reviews.ts';
import { SETTLERS } from '#lib/domain/checklist/types.ts';
import type { ChecklistItem } from '#lib/domain/checklist/types.ts';

/** The one checklist there is; the id leaves room for more. */
export const DEFAULT_CHECKLIST_ID = 'default';

/** For queries: the version in force, as the rules see it. */
export const CHECKLIST = sql`(SELECT jsonb_build_object('id', c.id, 'version', c.version) FROM checklists c
  WHERE c.id = ${DEFAULT_CHECKLIST_ID} ORDER BY c.version DESC LIMIT 1)`;

export type ChecklistRecord = typeof checklists.$inferSelect;

/** A version, or without one the version in force. */
export async function findChecklist(
  db: Queryable,
  id: string = DEFAULT_CHECKLIST_ID,
  version?: number,
): Promise<ChecklistRecord> {
  const [row] = await db
    .select()
    .from(checklists)
    .where(and(eq(checklists.id, id), ...(version === undefined ? [] : [eq(checklists.version, version)])))
    .orderBy(desc(checklists.version))
    .limit(1);
  if (!row)
    throw new Error('the database has no such checklist: migrations seed one and none is ever removed');
  return { ...row, items: row.items.map(knownSettler) };
}

/** An older version may name something that a scan settled then and no longer does: such an item waits for a person. */
export function knownSettler(item: ChecklistItem): ChecklistItem {
  const { settledBy, ...rest } = item;
  return settledBy && SETTLERS.includes(settledBy) ? item : rest;
}
