import { sql } from 'drizzle-orm';
import type { ApiRowDto } from '#lib/domain/apis/dto.ts';
import type { Facets, Page } from '#lib/domain/page.ts';
import type { Ctx } from '../context.ts';
import { countRows, descends, keyset } from '../http/keyset.ts';
import type { ListQuery, SortColumn } from '../http/keyset.ts';
import { FACETS, apiSource, facetConditions, otherConditions } from './api-filter.ts';
import type { ApiFilter, ApiSource, FacetName } from './api-filter.ts';
import { toRowDto } from './api-row.ts';
import type { ApiRow } from './api-row.ts';

export interface ApiListQuery extends ApiFilter, ListQuery {}

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

/** Nothing to sort by comes last, whichever way the list runs. */
const sortColumns = (source: ApiSource, isDown: boolean): Record<(typeof API_SORTS)[number], SortColumn> => ({
  name: { by: sql`lower(a.name)`, type: 'text' },
  slug: { by: sql`a.slug`, type: 'text' },
  risk: { by: sql`a.risk_score`, type: 'int' },
  tier: { by: sql`array_position(ARRAY['low', 'medium', 'high', 'critical'], a.tier)`, type: 'int' },
  updatedAt: { by: sql`a.updated_at`, type: 'timestamptz' },
  createdAt: { by: sql`a.created_at`, type: 'timestamptz' },
  signOffValidUntil: {
    by: sql`coalesce(${source.signOffValidUntil}, ${isDown ? sql`'-infinity'` : sql`'infinity'`})`,
    type: 'timestamptz',
  },
  owner: {
    by: isDown ? sql`coalesce('1' || lower(o.name), '0')` : sql`coalesce('0' || lower(o.name), '1')`,
    type: 'text',
  },
});
const KEY = { by: sql`a.id`, type: 'uuid' } as const;

const OWNER = sql`LEFT JOIN teams o ON o.id = coalesce(a.owner_team_id, a.offered_team_id)`;

export async function listApis(ctx: Ctx, query: ApiListQuery): Promise<ApiPage> {
  const source = apiSource(ctx, query);
  const keys = keyset(query, sortColumns(source, descends(query)), KEY);
  const { facets } = source;
  const [{ rows }, counts] = await Promise.all([
    ctx.db.execute<ApiRow & { sortValue: string }>(sql`
      WITH page AS (
        SELECT a.*, ${facets.ownership} AS ownership, ${facets.gate} AS shown_gate, ${facets.signOff} AS shown_sign_off,
          ${source.signOffValidUntil} AS shown_valid_until, ${source.signOffEnvironment} AS shown_environment,
          o.slug AS owner_slug, o.name AS owner_name, ${keys.by} AS sort_by
        FROM ${source.from} ${OWNER}
        WHERE ${otherConditions(ctx, query, source)} AND ${facetConditions(query, facets)} AND ${keys.beyond}
        ORDER BY ${keys.order} LIMIT ${keys.limit})
      SELECT p.*, p.sort_by::text AS "sortValue", ap.slug AS application_slug, ap.name AS application_name,
        lr.version AS latest_version, lr.uploaded_at AS latest_uploaded_at, pr.version AS production_version
      FROM page p LEFT JOIN applications ap ON ap.id = p.application_id
        LEFT JOIN revisions lr ON lr.id = p.latest_revision_id LEFT JOIN revisions pr ON pr.id = p.production_revision_id
      ORDER BY p.sort_by ${keys.direction}, p.id ${keys.direction}`),
    countApis(ctx, query, source, keys.isFirst),
  ]);
  return { ...keys.page(rows, toRowDto, (row) => [row.sortValue, row.id]), ...counts };
}

/** The total, and on the first page how many rows each value of each facet would leave. */
async function countApis(
  ctx: Ctx,
  filter: ApiListQuery,
  source: ApiSource,
  withFacets: boolean,
): Promise<Pick<ApiPage, 'total' | 'facets'>> {
  const { from, facets: columns } = source;
  const others = otherConditions(ctx, filter, source);
  if (!withFacets || filter.isExport) {
    const chosen = sql`${from} WHERE ${others} AND ${facetConditions(filter, columns)}`;
    return { total: await countRows(ctx.db, filter, chosen), facets: {} };
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
