import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { ExceptionDto } from '#lib/domain/exceptions/dto.ts';
import type { Page } from '#lib/domain/page.ts';
import type { ExceptionState } from '#lib/domain/words.ts';
import type { Ctx } from '../context.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { exceptionDto, loadExceptions } from './exception-row.ts';

export interface ExceptionQuery {
  state?: ExceptionState[];
  api?: string[];
  team?: string[];
  finding?: string[];
  item?: string[];
  proposedBy?: 'me';
  sort: string;
  limit: number;
  cursor?: string;
}

export const EXCEPTION_SORTS = ['proposedAt', 'expiresAt'] as const;
const instant = (column: SQL) => sql`floor(extract(epoch FROM ${column}) * 1000)::bigint`;
const SORT_COLUMNS: Record<(typeof EXCEPTION_SORTS)[number], SQL> = {
  proposedAt: instant(sql`x.proposed_at`),
  expiresAt: instant(sql`x.expires_at`),
};

/** The states as conditions; `exceptionState` says the same of one. */
const STATES = {
  proposed: (now) => sql`(x.step = 'proposed' AND x.expires_at > ${now})`,
  active: (now) => sql`(x.step = 'approved' AND x.expires_at > ${now})`,
  expired: (now) => sql`(x.step IN ('proposed', 'approved') AND x.expires_at <= ${now})`,
  rejected: () => sql`x.step = 'rejected'`,
  revoked: () => sql`x.step = 'revoked'`,
} as const satisfies Record<ExceptionState, (now: Date) => SQL>;

export async function listExceptions(ctx: Ctx, query: ExceptionQuery): Promise<Page<ExceptionDto>> {
  const column = SORT_COLUMNS[query.sort.replace(/^-/, '') as (typeof EXCEPTION_SORTS)[number]];
  const descends = query.sort.startsWith('-');
  const after = query.cursor ? decodeCursor(query.cursor, query.sort, 2).values : null;
  const chosen = sql.join([sql`true`, ...conditions(ctx, query)], sql` AND `);
  const beyond = after
    ? sql`AND (${column}, x.id) ${descends ? sql`<` : sql`>`} (${after[0]}, ${after[1]}::uuid)`
    : sql``;
  const order = { column, direction: descends ? sql`DESC` : sql`ASC` };
  const [rows, counted] = await Promise.all([
    loadExceptions(ctx.db, { where: sql`${chosen} ${beyond}`, order, limit: query.limit + 1 }),
    ctx.db.execute<{ total: number }>(
      sql`SELECT count(*) AS total FROM exceptions x JOIN apis a ON a.id = x.api_id WHERE ${chosen}`,
    ),
  ]);
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map((row) => exceptionDto(ctx, row)),
    nextCursor:
      rows.length > query.limit && last
        ? encodeCursor({ sort: query.sort, values: [last.sortValue, last.id] })
        : null,
    total: counted.rows[0]!.total,
  };
}

function conditions(ctx: Ctx, { state, api, team, finding, item, proposedBy }: ExceptionQuery): SQL[] {
  const list = (values: readonly string[]) => sql`${sql.param(values)}::text[]`;
  return [
    ...(state?.length
      ? [
          sql`(${sql.join(
            state.map((one) => STATES[one](ctx.now)),
            sql` OR `,
          )})`,
        ]
      : []),
    ...(api?.length ? [sql`a.slug = ANY (${list(api)})`] : []),
    ...(team?.length
      ? [sql`a.owner_team_id IN (SELECT id FROM teams WHERE slug = ANY (${list(team)}))`]
      : []),
    ...(finding?.length ? [sql`x.finding_id = ANY (${sql.param(finding)}::uuid[])`] : []),
    ...(item?.length ? [sql`x.item_key = ANY (${list(item)})`] : []),
    ...(proposedBy ? [sql`x.proposed_by = ${ctx.actor.standing.name}`] : []),
  ];
}
