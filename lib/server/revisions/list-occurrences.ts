import type { Page } from '#lib/domain/page.ts';
import type { OccurrenceDto } from '#lib/domain/revisions/dto.ts';
import { RULES } from '#lib/domain/scan/rules.ts';
import type { Ctx } from '../context.ts';
import { occurrencesOf } from '../descriptions/analysis-pool.ts';
import { descriptionProblem } from '../descriptions/description-problem.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { loadContent } from './load-content.ts';

const NAMED = new Map(RULES.map(({ id, title, fix, cause = id }) => [id, { title, fix, cause }]));

export interface OccurrenceQuery {
  rule?: string[];
  /** Only at these places. */
  pointer?: string[];
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
): Promise<Page<OccurrenceDto>> {
  const { content } = await loadContent(ctx.db, slug, which);
  const all = await occurrencesOf(content.bytes, content.mediaType).catch(descriptionProblem);
  const { rule = [], pointer = [] } = query;
  const chosen = all.filter(
    (one) =>
      (rule.length === 0 || rule.includes(one.rule) || rule.includes(one.equivalent ?? '')) &&
      (pointer.length === 0 || pointer.includes(one.pointer)),
  );
  const start = query.cursor ? Number(decodeCursor(query.cursor, query.sort, 1).values[0]) : 0;
  const end = start + query.limit;
  return {
    items: chosen.slice(start, end).map((one) => ({ ...one, ...NAMED.get(one.rule)! })),
    nextCursor: end < chosen.length ? encodeCursor({ sort: query.sort, values: [end] }) : null,
    total: chosen.length,
  };
}
