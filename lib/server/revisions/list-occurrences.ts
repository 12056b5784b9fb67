import type { Page } from '#lib/domain/page.ts';
import type { Ctx } from '../context.ts';
import { occurrencesOf } from '../descriptions/analysis-pool.ts';
import { descriptionProblem } from '../descriptions/description-problem.ts';
import type { LocatedOccurrence } from '../descriptions/occurrences-in.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { loadContent } from './load-content.ts';

export interface OccurrenceQuery {
  rule?: string[];
  sort: string;
  limit: number;
  cursor?: string;
}

/** Found afresh by the rule set of now: there may be tens of thousands, and a scan is quicker than storing them. */
export async function listOccurrences(
  ctx: Ctx,
  slug: string,
  which: string,
  query: OccurrenceQuery,
): Promise<Page<LocatedOccurrence>> {
  const { content } = await loadContent(ctx.db, slug, which);
  const all = await occurrencesOf(content.bytes, content.mediaType).catch(descriptionProblem);
  const chosen = query.rule?.length
    ? all.filter((one) => query.rule!.includes(one.rule) || query.rule!.includes(one.equivalent ?? ''))
    : all;
  const start = query.cursor ? Number(decodeCursor(query.cursor, query.sort, 1).values[0]) : 0;
  const end = start + query.limit;
  return {
    items: chosen.slice(start, end),
    nextCursor: end < chosen.length ? encodeCursor({ sort: query.sort, values: [end] }) : null,
    total: chosen.length,
  };
}
