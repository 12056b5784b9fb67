import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Page } from '#lib/domain/page.ts';
import type { ReviewRowDto } from '#lib/domain/review/dto.ts';
import type { ReviewState } from '#lib/domain/words.ts';
import type { Ctx } from '../context.ts';
import { countRows, keyset } from '../http/keyset.ts';
import type { ListQuery, SortColumn } from '../http/keyset.ts';
import { allOf, given, oneOf, uuids } from '../sql/conditions.ts';
import { loadReviews } from './load-reviews.ts';
import { reviewRow } from './review-row.ts';
import { waitingFor } from './waiting-for.ts';

export interface ReviewQuery extends ListQuery {
  state?: ReviewState[];
  environment?: string[];
  api?: string[];
  /** Teams of record. */
  team?: string[];
  /** `me`: the reviews that the person who asks could sign now. */
  waitingFor?: 'me';
  requestedBy?: 'me';
}

export const REVIEW_SORTS = ['createdAt', 'submittedAt', 'dueAt'] as const;

/** What has no instant yet comes last when ascending. */
const instant = (column: SQL): SortColumn => ({
  by: sql`coalesce(${column}, 'infinity')`,
  type: 'timestamptz',
});
const COLUMNS: Record<(typeof REVIEW_SORTS)[number], SortColumn> = {
  createdAt: instant(sql`r.created_at`),
  submittedAt: instant(sql`r.submitted_at`),
  dueAt: instant(sql`r.due_at`),
};
const KEY = { by: sql`r.id`, type: 'uuid' } as const;

export async function listReviews(ctx: Ctx, query: ReviewQuery): Promise<Page<ReviewRowDto>> {
  const keys = keyset(query, COLUMNS, KEY);
  const chosen = await conditions(ctx, query);
  const [rows, total] = await Promise.all([
    loadReviews(ctx.db, chosen, keys),
    countRows(
      ctx.db,
      query,
      sql`reviews r JOIN apis a ON a.id = r.api_id LEFT JOIN teams t ON t.id = r.team_id WHERE ${chosen}`,
    ),
  ]);
  return { ...keys.page(rows, reviewRow, (row) => [row.sortValue, row.id]), total };
}

async function conditions(
  ctx: Ctx,
  { state, environment, api, team, waitingFor: waits, requestedBy }: ReviewQuery,
): Promise<SQL> {
  return allOf(
    oneOf(sql`r.state`, state),
    oneOf(sql`r.environment`, environment),
    oneOf(sql`a.slug`, api),
    oneOf(sql`t.slug`, team),
    given(requestedBy, () => sql`r.requested_by = ${ctx.actor.id}`),
    waits && sql`r.id = ANY (${uuids(await waitingFor(ctx))})`,
  );
}
