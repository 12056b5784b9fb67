import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Page } from '#lib/domain/page.ts';
import type { ReviewRowDto } from '#lib/domain/review/dto.ts';
import type { ReviewState } from '#lib/domain/words.ts';
import type { Ctx } from '../context.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { loadReviews } from './load-reviews.ts';
import { reviewRow } from './review-row.ts';
import { waitingFor } from './waiting-for.ts';

export interface ReviewQuery {
  state?: ReviewState[];
  environment?: string[];
  api?: string[];
  /** Teams of record. */
  team?: string[];
  /** `me`: the reviews that the person who asks could sign now. */
  waitingFor?: 'me';
  requestedBy?: 'me';
  sort: string;
  limit: number;
  cursor?: string;
}

export const REVIEW_SORTS = ['createdAt', 'submittedAt', 'dueAt'] as const;

/** Milliseconds, because a cursor carries numbers; what has no instant yet sorts last when ascending. */
const instant = (column: SQL) =>
  sql`coalesce(floor(extract(epoch FROM ${column}) * 1000)::bigint, 99999999999999)`;
const SORT_COLUMNS: Record<(typeof REVIEW_SORTS)[number], SQL> = {
  createdAt: instant(sql`r.created_at`),
  submittedAt: instant(sql`r.submitted_at`),
  dueAt: instant(sql`r.due_at`),
};

export async function listReviews(ctx: Ctx, query: ReviewQuery): Promise<Page<ReviewRowDto>> {
  const column = SORT_COLUMNS[query.sort.replace(/^-/, '') as (typeof REVIEW_SORTS)[number]];
  const descends = query.sort.startsWith('-');
  const after = query.cursor ? decodeCursor(query.cursor, query.sort, 2).values : null;
  const chosen = sql.join([sql`true`, ...(await conditions(ctx, query))], sql` AND `);
  const beyond = after
    ? sql`AND (${column}, r.id) ${descends ? sql`<` : sql`>`} (${after[0]}, ${after[1]}::uuid)`
    : sql``;
  const order = { column, direction: descends ? sql`DESC` : sql`ASC` };
  const [rows, counted] = await Promise.all([
    loadReviews(ctx.db, { where: sql`${chosen} ${beyond}`, order, limit: query.limit + 1 }),
    ctx.db.execute<{
      total: number;
    }>(sql`SELECT count(*) AS total FROM reviews r JOIN apis a ON a.id = r.api_id
      LEFT JOIN teams t ON t.id = r.team_id WHERE ${chosen}`),
  ]);
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map(reviewRow),
    nextCursor:
      rows.length > query.limit && last
        ? encodeCursor({ sort: query.sort, values: [last.sortValue, last.id] })
        : null,
    total: counted.rows[0]!.total,
  };
}

async function conditions(
  ctx: Ctx,
  { state, environment, api, team, waitingFor: waits, requestedBy }: ReviewQuery,
): Promise<SQL[]> {
  const list = (values: readonly string[]) => sql`${sql.param(values)}::text[]`;
  return [
    ...(state?.length ? [sql`r.state = ANY (${list(state)})`] : []),
    ...(environment?.length ? [sql`r.environment = ANY (${list(environment)})`] : []),
    ...(api?.length ? [sql`a.slug = ANY (${list(api)})`] : []),
    ...(team?.length ? [sql`t.slug = ANY (${list(team)})`] : []),
    ...(requestedBy ? [sql`r.requested_by = ${ctx.actor.id}`] : []),
    ...(waits ? [sql`r.id = ANY (${sql.param(await waitingFor(ctx))}::uuid[])`] : []),
  ];
}
