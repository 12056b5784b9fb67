import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { EmergencyDto } from '#lib/domain/emergencies/dto.ts';
import { EMERGENCY_MINUTES } from '#lib/domain/emergencies/rules.ts';
import type { EmergencyState } from '#lib/domain/emergencies/rules.ts';
import type { Page } from '#lib/domain/page.ts';
import type { Ctx } from '../context.ts';
import { countRows, keyset } from '../http/keyset.ts';
import type { ListQuery } from '../http/keyset.ts';
import { allOf, anyOf, given, oneOf } from '../sql/conditions.ts';
import { emergencyDto, loadEmergencies } from './emergency-row.ts';

export interface EmergencyQuery extends ListQuery {
  state?: EmergencyState[];
  api?: string[];
  team?: string[];
  environment?: string[];
}

export const EMERGENCY_SORTS = ['openedAt'] as const;
const COLUMNS = { openedAt: { by: sql`m.opened_at`, type: 'timestamptz' } } as const;
const KEY = { by: sql`m.id`, type: 'uuid' } as const;

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
  const keys = keyset(query, COLUMNS, KEY);
  const chosen = conditions(ctx, query);
  const [rows, total] = await Promise.all([
    loadEmergencies(ctx.db, chosen, keys),
    countRows(
      ctx.db,
      query,
      sql`emergencies m JOIN apis a ON a.id = m.api_id LEFT JOIN teams t ON t.id = m.team_id WHERE ${chosen}`,
    ),
  ]);
  const page = keys.page(
    rows,
    (row) => emergencyDto(ctx, row),
    (row) => [row.sortValue, row.id],
  );
  return { ...page, total };
}

const conditions = (ctx: Ctx, { state, api, team, environment }: EmergencyQuery): SQL =>
  allOf(
    given(state, (states) => anyOf(states.map((one) => STATES[one](ctx.now)))),
    oneOf(sql`a.slug`, api),
    oneOf(sql`t.slug`, team),
    oneOf(sql`m.environment`, environment),
  );
