import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { EmergencyDto } from '#lib/domain/emergencies/dto.ts';
import { EMERGENCY_MINUTES } from '#lib/domain/emergencies/rules.ts';
import type { EmergencyState } from '#lib/domain/emergencies/rules.ts';
import type { Page } from '#lib/domain/page.ts';
import type { Ctx } from '../context.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { emergencyDto, loadEmergencies } from './emergency-row.ts';

export interface EmergencyQuery {
  state?: EmergencyState[];
  api?: string[];
  team?: string[];
  environment?: string[];
  sort: string;
  limit: number;
  cursor?: string;
}

export const EMERGENCY_SORTS = ['openedAt'] as const;
const OPENED_AT = sql`floor(extract(epoch FROM m.opened_at) * 1000)::bigint`;

const isOver = (now: Date) =>
  sql`least(m.expires_at, m.opened_at + make_interval(mins => ${EMERGENCY_MINUTES})) <= ${now}`;
const waits = sql`m.reviewed_at IS NULL AND m.used_at IS NULL`;

/** The states as conditions; `emergencyState` says the same of one. */
const STATES = {
  open: (now) => sql`(${waits} AND NOT ${isOver(now)})`,
  lapsed: (now) => sql`(${waits} AND ${isOver(now)})`,
  used: () => sql`(m.reviewed_at IS NULL AND m.used_at IS NOT NULL)`,
  reviewed: () => sql`m.reviewed_at IS NOT NULL`,
} as const satisfies Record<EmergencyState, (now: Date) => SQL>;

export async function listEmergencies(ctx: Ctx, query: EmergencyQuery): Promise<Page<EmergencyDto>> {
  const descends = query.sort.startsWith('-');
  const after = query.cursor ? decodeCursor(query.cursor, query.sort, 2).values : null;
  const chosen = sql.join([sql`true`, ...conditions(ctx, query)], sql` AND `);
  const beyond = after
    ? sql`AND (${OPENED_AT}, m.id) ${descends ? sql`<` : sql`>`} (${after[0]}, ${after[1]}::uuid)`
    : sql``;
  const order = { column: OPENED_AT, direction: descends ? sql`DESC` : sql`ASC` };
  const [rows, counted] = await Promise.all([
    loadEmergencies(ctx.db, { where: sql`${chosen} ${beyond}`, order, limit: query.limit + 1 }),
    ctx.db.execute<{
      total: number;
    }>(sql`SELECT count(*) AS total FROM emergencies m JOIN apis a ON a.id = m.api_id
      LEFT JOIN teams t ON t.id = m.team_id WHERE ${chosen}`),
  ]);
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map((row) => emergencyDto(ctx, row)),
    nextCursor:
      rows.length > query.limit && last
        ? encodeCursor({ sort: query.sort, values: [last.sortValue, last.id] })
        : null,
    total: counted.rows[0]!.total,
  };
}

function conditions(ctx: Ctx, { state, api, team, environment }: EmergencyQuery): SQL[] {
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
    ...(team?.length ? [sql`t.slug = ANY (${list(team)})`] : []),
    ...(environment?.length ? [sql`m.environment = ANY (${list(environment)})`] : []),
  ];
}
