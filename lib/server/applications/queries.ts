import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Queryable, Transaction } from '#db/client.ts';
import type { ApplicationDto, ApplicationRowDto } from '#lib/domain/applications/dto.ts';
import type { Page } from '#lib/domain/page.ts';
import type { RiskLevel } from '#lib/domain/words.ts';
import { IS_BLOCKED } from '../apis/api-scope.ts';
import { listApis } from '../apis/list-apis.ts';
import type { Ctx } from '../context.ts';
import { countRows, descends, keyset } from '../http/keyset.ts';
import type { ListQuery, SortColumn } from '../http/keyset.ts';
import { LIMIT_MAX } from '../http/schemas.ts';
import { notFound } from '../http/problem.ts';
import { allOf, containing, oneOf } from '../sql/conditions.ts';

export interface ApplicationQuery extends ListQuery {
  q?: string;
  team?: string[];
}

export const APPLICATION_SORTS = ['name', 'slug', 'risk'] as const;

/** What has no API comes last, whichever way the list runs. */
const sortColumns = (isDown: boolean): Record<(typeof APPLICATION_SORTS)[number], SortColumn> => ({
  name: { by: sql`lower(p.name)`, type: 'text' },
  slug: { by: sql`p.slug`, type: 'text' },
  risk: { by: sql`coalesce(${WORST_SCORE}, ${isDown ? sql`-1` : sql`101`})`, type: 'int' },
});
const KEY = { by: sql`p.id`, type: 'uuid' } as const;

interface Row extends Record<string, unknown> {
  id: string;
  slug: string;
  name: string;
  description: string;
  version: number;
  team: string | null;
  team_name: string | null;
  api_count: number;
  blocked_count: number;
  risk_score: number | null;
  risk_level: RiskLevel | null;
  worst_api: string | null;
  sort_value: string;
}

const WORST_SCORE = sql`(SELECT max(a.risk_score) FROM apis a WHERE a.application_id = p.id)`;

/** An application is as risky as its worst API. */
const ROLL_UP = sql`
  LEFT JOIN teams t ON t.id = p.team_id
  LEFT JOIN LATERAL (SELECT a.slug AS worst_api, a.risk_score, a.risk_level FROM apis a WHERE a.application_id = p.id
    ORDER BY a.risk_score DESC, a.slug LIMIT 1) w ON true
  LEFT JOIN LATERAL (SELECT count(*) AS api_count, count(*) FILTER (WHERE ${IS_BLOCKED}) AS blocked_count FROM apis a WHERE a.application_id = p.id) c ON true`;
const COLUMNS = sql`p.id, p.slug, p.name, p.description, p.version, t.slug AS team, t.name AS team_name, c.api_count, c.blocked_count, w.risk_score, w.risk_level, w.worst_api`;

export async function listApplications(ctx: Ctx, query: ApplicationQuery): Promise<Page<ApplicationRowDto>> {
  const keys = keyset(query, sortColumns(descends(query)), KEY);
  const found = sql`applications p LEFT JOIN teams t ON t.id = p.team_id WHERE ${conditions(query)}`;
  const [{ rows }, total] = await Promise.all([
    ctx.db.execute<Row>(sql`
      WITH page AS (SELECT p.*, ${keys.by} AS sort_by FROM ${found} AND ${keys.beyond} ORDER BY ${keys.order} LIMIT ${keys.limit})
      SELECT ${COLUMNS}, p.sort_by::text AS sort_value FROM page p ${ROLL_UP}
      ORDER BY p.sort_by ${keys.direction}, p.id ${keys.direction}`),
    countRows(ctx.db, query, found),
  ]);
  return { ...keys.page(rows, toRowDto, (row) => [row.sort_value, row.id]), total };
}

export async function getApplication(ctx: Ctx, slug: string): Promise<ApplicationDto> {
  const row = await loadRow(ctx.db, slug);
  const apis = await listApis(ctx, {
    application: [slug],
    environment: 'production',
    sort: '-risk',
    limit: LIMIT_MAX,
  });
  return { ...toRowDto(row), apis: apis.items, version: row.version };
}

/** One that was made a moment ago, inside the transaction that made it: nothing is in it yet. */
export async function newApplication(tx: Transaction, slug: string): Promise<ApplicationDto> {
  const row = await loadRow(tx, slug);
  return { ...toRowDto(row), apis: [], version: row.version };
}

async function loadRow(db: Queryable, slug: string): Promise<Row> {
  const { rows } = await db.execute<Row>(
    sql`SELECT ${COLUMNS}, '' AS sort_value FROM applications p ${ROLL_UP} WHERE p.slug = ${slug}`,
  );
  if (!rows[0]) throw notFound(`application ${slug}`);
  return rows[0];
}

const conditions = ({ q, team }: ApplicationQuery): SQL =>
  allOf(containing(q, sql`lower(p.name)`, sql`p.slug`), oneOf(sql`t.slug`, team));

const toRowDto = (row: Row): ApplicationRowDto => ({
  slug: row.slug,
  name: row.name,
  description: row.description,
  team: row.team,
  teamName: row.team_name,
  apiCount: row.api_count,
  risk:
    row.risk_score !== null && row.risk_level && row.worst_api
      ? { score: row.risk_score, level: row.risk_level, worstApi: row.worst_api }
      : null,
  blockedCount: row.blocked_count,
});
