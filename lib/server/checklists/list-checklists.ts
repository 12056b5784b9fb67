import { and, desc, asc, eq, gt, lt, max } from 'drizzle-orm';
import { checklists } from '#db/schema/reviews.ts';
import type { ChecklistDto } from '#lib/domain/checklist/dto.ts';
import type { Page } from '#lib/domain/page.ts';
import type { Ctx } from '../context.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { checklistDto } from './checklist-dto.ts';
import { DEFAULT_CHECKLIST_ID } from './find-checklist.ts';

export interface ChecklistQuery {
  sort: string;
  limit: number;
  cursor?: string;
}

/** Every version there ever was: a sign-off names the one it was given on. */
export async function listChecklists(
  ctx: Ctx,
  { sort, limit, cursor }: ChecklistQuery,
): Promise<Page<ChecklistDto>> {
  const descends = sort.startsWith('-');
  const after = cursor ? Number(decodeCursor(cursor, sort, 1).values[0]) : null;
  const { id, version } = checklists;
  const ours = eq(id, DEFAULT_CHECKLIST_ID);
  const beyond = after === null ? undefined : descends ? lt(version, after) : gt(version, after);
  const rows = await ctx.db
    .select()
    .from(checklists)
    .where(and(ours, beyond))
    .orderBy(descends ? desc(version) : asc(version))
    .limit(limit + 1);
  const [newest] = await ctx.db
    .select({ version: max(version) })
    .from(checklists)
    .where(ours);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map((row) => checklistDto(row, newest?.version ?? 0)),
    nextCursor: rows.length > limit && last ? encodeCursor({ sort, values: [last.version] }) : null,
    total: await ctx.db.$count(checklists, ours),
  };
}
