import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { ExceptionDto } from '#lib/domain/exceptions/dto.ts';
import type { Page } from '#lib/domain/page.ts';
import type { ExceptionState } from '#lib/domain/words.ts';
import type { Ctx } from '../context.ts';
import { countRows, keyset } from '../http/keyset.ts';
import type { ListQuery, SortColumn } from '../http/keyset.ts';
import { allOf, anyOf, given, oneOf, texts, uuids } from '../sql/conditions.ts';
import { exceptionDto, loadExceptions } from './exception-row.ts';

export interface ExceptionQuery extends ListQuery {
  state?: ExceptionState[];
  api?: string[];
  team?: string[];
  finding?: string[];
  item?: string[];
  proposedBy?: 'me';
}

export const EXCEPTION_SORTS = ['proposedAt', 'expiresAt'] as const;
const COLUMNS: Record<(typeof EXCEPTION_SORTS)[number], SortColumn> = {
  proposedAt: { by: sql`x.proposed_at`, type: 'timestamptz' },
  expiresAt: { by: sql`x.expires_at`, type: 'timestamptz' },
};
const KEY = { by: sql`x.id`, type: 'uuid' } as const;

/** The states as conditions; `exceptionState` says the same of one. */
const STATES = {
  proposed: (now) => sql`(x.step = 'proposed' AND x.expires_at > ${now})`,
  active: (now) => sql`(x.step = 'approved' AND x.expires_at > ${now})`,
  expired: (now) => sql`(x.step IN ('proposed', 'approved') AND x.expires_at <= ${now})`,
  rejected: () => sql`x.step = 'rejected'`,
  revoked: () => sql`x.step = 'revoked'`,
} as const satisfies Record<ExceptionState, (now: Date) => SQL>;

export async function listExceptions(ctx: Ctx, query: ExceptionQuery): Promise<Page<ExceptionDto>> {
  const keys = keyset(query, COLUMNS, KEY);
  const chosen = conditions(ctx, query);
  const [rows, total] = await Promise.all([
    loadExceptions(ctx.db, chosen, keys),
    countRows(ctx.db, query, sql`exceptions x JOIN apis a ON a.id = x.api_id WHERE ${chosen}`),
  ]);
  const page = keys.page(
    rows,
    (row) => exceptionDto(ctx, row),
    (row) => [row.sortValue, row.id],
  );
  return { ...page, total };
}

const conditions = (ctx: Ctx, { state, api, team, finding, item, proposedBy }: ExceptionQuery): SQL =>
  allOf(
    given(state, (states) => anyOf(states.map((one) => STATES[one](ctx.now)))),
    oneOf(sql`a.slug`, api),
    given(team, (slugs) => sql`a.owner_team_id IN (SELECT id FROM teams WHERE slug = ANY (${texts(slugs)}))`),
    given(finding, (ids) => sql`x.finding_id = ANY (${uuids(ids)})`),
    oneOf(sql`x.item_key`, item),
    given(proposedBy, () => sql`x.proposed_by = ${ctx.actor.standing.name}`),
  );
