import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { ApiRowDto } from '#lib/domain/apis/dto.ts';
import type { Facets, Page } from '#lib/domain/page.ts';
import type { Ctx } from '../context.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { FACETS, apiSource, facetConditions, otherConditions } from './api-filter.ts';
import type { ApiFilter, ApiSource, FacetName } from './api-filter.ts';
import { toRowDto } from './api-row.ts';
import type { ApiRow } from './api-row.ts';

export interface ApiListQuery extends ApiFilter {
  sort: string;
  limit: number;
  cursor?: string;
  isExport?: boolean;
}

export interface ApiPage extends Page<ApiRowDto> {
  /** Counts under all other filters; only on the first page. */
  facets: Facets<FacetName> | Record<string, never>;
}

export const API_SORTS = [
  'name',
  'slug',
  'risk',
  'tier',
  'updatedAt',
  'createdAt',
  'signOffValidUntil',
  'owner',
] as const;

/** A column to sort by, and its type as a cursor gives it back. */
interface SortColumn {
  by: SQL;
  type: SQL;
}

/** Nothing to sort by comes last, whichever way the list runs. */
function sortColumn(name: (typeof API_SORTS)[number], source: ApiSource, descends: boolean): SortColumn {
  const columns: Record<typeof name, SortColumn> = {
    name: { by: sql`lower(a.name)`, type: sql`text` },
    slug: { by: sql`a.slug`, type: sql`text` },
    risk: { by: sql`a.risk_score`, type: sql`int` },
    tier: { by: sql`array_position(ARRAY['low', 'medium', 'high', 'critical'], a.tier)`, type: sql`int` },
    updatedAt: { by: sql`a.updated_at`, type: sql`timestamptz` },
    createdAt: { by: sql`a.created_at`, type: sql`timestamptz` },
    signOffValidUntil: {
      by: sql`coalesce(${source.signOffValidUntil}, ${descends ? sql`'-infinity'` : sql`'infinity'`})`,
      type: sql`timestamptz`,
    },
    owner: {
      by: descends ? sql`coalesce('1' || lower(o.name), '0')` : sql`coalesce('0' || lower(o.name), '1')`,
      type: sql`text`,
    },
  };
  return columns[name];
}

const OWNER = sql`LEFT JOIN teams o ON o.id = coalesce(a.owner_team_id, a.offered_team_id)`;

export async function listApis(ctx: Ctx, query: ApiListQuery): Promise<ApiPage> {
  const descends = query.sort.startsWith('-');
  const source = apiSource(ctx, query);
  const { by, type } = sortColumn(
    query.sort.replace(/^-/, '') as (typeof API_SORTS)[number],
    source,
    descends,
  );
  const after = query.cursor ? decodeCursor(query.cursor, query.sort, 2).values : null;
  const beyond = after
    ? sql`AND (${by}, a.id) ${descends ? sql`<` : sql`>`} (${after[0]}::${type}, ${after[1]}::uuid)`
    : sql``;
  const order = descends ? sql`DESC` : sql`ASC`;
  const { facets } = source;
  const [page, counted] = await Promise.all([
    ctx.db.execute<ApiRow & { sortValue: string | number }>(sql`
      WITH page AS (
        SELECT a.*, ${facets.ownership} AS ownership, ${facets.gate} AS shown_gate, ${facets.signOff} AS shown_sign_off,
          ${source.signOffValidUntil} AS shown_valid_until, ${source.signOffEnvironment} AS shown_environment,
          o.slug AS owner_slug, o.name AS owner_name, ${by} AS sort_by
        FROM ${source.from} ${OWNER}
        WHERE ${otherConditions(ctx, query)} AND ${facetConditions(query, facets)} ${beyond}
        ORDER BY ${by} ${order}, a.id ${order} LIMIT ${query.limit + 1})
      SELECT p.*, p.sort_by::text AS "sortValue", ap.slug AS application_slug, ap.name AS application_name,
        lr.version AS latest_version, lr.uploaded_at AS latest_uploaded_at, pr.version AS production_version
      FROM page p LEFT JOIN applications ap ON ap.id = p.application_id
        LEFT JOIN revisions lr ON lr.id = p.latest_revision_id LEFT JOIN revisions pr ON pr.id = p.production_revision_id
      ORDER BY p.sort_by ${order}, p.id ${order}`),
    query.isExport ? UNCOUNTED : countApis(ctx, query, source, after === null),
  ]);
  const items = page.rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map(toRowDto),
    nextCursor:
      page.rows.length > query.limit && last
        ? encodeCursor({ sort: query.sort, values: [last.sortValue, last.id] })
        : null,
    ...counted,
  };
}

const UNCOUNTED = { total: 0, facets: {} };

/** The total, and on the first page how many rows each value of each facet would leave. */
async function countApis(
  ctx: Ctx,
  filter: ApiFilter,
  source: ApiSource,
  withFacets: boolean,
): Promise<Pick<ApiPage, 'total' | 'facets'>> {
  const { from, facets: columns } = source;
  const others = otherConditions(ctx, filter);
  if (!withFacets) {
    const { rows } = await ctx.db.execute<{ total: number }>(
      sql`SELECT count(*) AS total FROM ${from} WHERE ${others} AND ${facetConditions(filter, columns)}`,
    );
    return { total: rows[0]!.total, facets: {} };
  }
  // Rows that look alike are counted once; every facet is then counted over the few kinds of rows there are.
  const named = Object.fromEntries(
    FACETS.map((name) => [name, sql`c.${sql.identifier(name)}`]),
  ) as typeof columns;
  const selected = FACETS.map((name) => sql`${columns[name]} AS ${sql.identifier(name)}`);
  const parts = FACETS.map(
    (name) =>
      sql`SELECT ${name}::text, ${named[name]}, sum(c.n)::bigint FROM c WHERE ${facetConditions(filter, named, name)} GROUP BY 2`,
  );
  const { rows } = await ctx.db.execute<{ facet: string; value: string; count: number }>(sql`
    WITH c AS MATERIALIZED (
      SELECT ${sql.join(selected, sql`, `)}, count(*) AS n FROM ${from} WHERE ${others}
      GROUP BY ${sql.raw(FACETS.map((_, at) => at + 1).join(', '))})
    SELECT 'total' AS facet, '' AS value, coalesce(sum(c.n), 0)::bigint AS count FROM c WHERE ${facetConditions(filter, named)}
    UNION ALL ${sql.join(parts, sql` UNION ALL `)}`);
  const valuesOf = (name: FacetName) =>
    rows
      .filter((row) => row.facet === name)
      .map(({ value, count }) => ({ value, count }))
      .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return {
    total: rows.find((row) => row.facet === 'total')!.count,
    facets: Object.fromEntries(FACETS.map((name) => [name, valuesOf(name)])) as ApiPage['facets'],
  };
}
