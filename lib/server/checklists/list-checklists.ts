import { and, eq, max, sql } from 'drizzle-orm';
import { checklists } from '#db/schema/reviews.ts';
import type { ChecklistDto } from '#lib/domain/checklist/dto.ts';
import type { Page } from '#lib/domain/page.ts';
import type { Ctx } from '../context.ts';
import { keyset } from '../http/keyset.ts';
import type { ListQuery } from '../http/keyset.ts';
import { checklistDto } from './checklist-dto.ts';
import { DEFAULT_CHECKLIST_ID } from './find-checklist.ts';

const COLUMNS = { version: { by: sql`${checklists.version}`, type: 'int' } } as const;

/** Every version there ever was: a sign-off names the one it was given on. */
export async function listChecklists(ctx: Ctx, query: ListQuery): Promise<Page<ChecklistDto>> {
  const keys = keyset(query, COLUMNS);
  const ours = eq(checklists.id, DEFAULT_CHECKLIST_ID);
  const rows = await ctx.db
    .select()
    .from(checklists)
    .where(and(ours, keys.beyond))
    .orderBy(keys.order)
    .limit(keys.limit);
  const [newest] = await ctx.db
    .select({ version: max(checklists.version) })
    .from(checklists)
    .where(ours);
  const page = keys.page(
    rows,
    (row) => checklistDto(row, newest?.version ?? 0),
    (row) => [row.version],
  );
  return { ...page, total: query.isExport ? 0 : await ctx.db.$count(checklists, ours) };
}
