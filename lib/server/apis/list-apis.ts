import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { ApiRowDto } from '#lib/domain/apis/dto.ts';
import type { Facets, Page } from '#lib/domain/page.ts';
import type { Ctx } from '../context.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { FACETS, baseQuery, facetConditions } from './api-filter.ts';
import type { ApiFilter, FacetName } from './api-filter.ts';
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

const TIER_ORDER = sql`array_position(ARRAY['low', 'medium', 'high', 'critical'], b.tier)`;
/** Text or numbers only: a cursor carries them. Nulls sort last in both directions as the empty or greatest value. */
const SORT_COLUMNS: Record<(typeof API_SORTS)[number], SQL> = {
  name: sql`lower(b.name)`,
  slug: sql`b.slug`,
  risk: sql`b.risk_score`,
  tier: TIER_ORDER,
  updatedAt: sql`extract(epoch FROM b.updated_at)::numeric::text`,
  createdAt: sql`extract(epoch FROM b.created_at)::numeric::text`,
  signOffValidUntil: sql`coalesce(extract(epoch FROM b.sign_off_valid_until)::bigint, 99999999999)`,
  owner: sql`coalesce((SELECT lower(t.name) FROM teams t WHERE t.id = coalesce(b.owner_team_id, b.offered_team_id)), '~')`,
};

export async function listApis(ctx: Ctx, query: ApiListQuery): Promise<ApiPage> {
  const column = SORT_COLUMNS[query.sort.replace(/^-/, '') as (typeof API_SORTS)[number]];
  const descends = query.sort.startsWith('-');
  const after = query.cursor ? decodeCursor(query.cursor, query.sort, 2).values : null;
  const base = baseQuery(ctx, query);
  const chosen = facetConditions(query);
  const beyond = after
    ? sql`AND (${column}, b.id::text) ${descends ? sql`<` : sql`>`} (${after[0]}, ${after[1]})`
    : sql``;
  const order = descends ? sql`DESC` : sql`ASC`;
  const [page, counted] = await Promise.all([
    ctx.db.execute<ApiRow & { sortValue: string | number }>(sql`
      WITH b AS (${base}), page AS (
        SELECT b.*, ${column} AS "sortValue" FROM b WHERE ${chosen} ${beyond}
        ORDER BY ${column} ${order}, b.id::text ${order} LIMIT ${query.limit + 1})
      SELECT p.*, o.slug AS owner_slug, o.name AS owner_name, ap.slug AS application_slug, ap.name AS application_name,
        lr.version AS latest_version, lr.uploaded_at AS latest_uploaded_at, pr.version AS production_version
      FROM page p LEFT JOIN teams o ON o.id = coalesce(p.owner_team_id, p.offered_team_id)
        LEFT JOIN applications ap ON ap.id = p.application_id
        LEFT JOIN revisions lr ON lr.id = p.latest_revision_id LEFT JOIN revisions pr ON pr.id = p.production_revision_id
      ORDER BY p."sortValue" ${order}, p.id::text ${order}`),
    query.isExport ? UNCOUNTED : countApis(ctx, query, base, after === null),
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
  base: SQL,
  withFacets: boolean,
): Promise<Pick<ApiPage, 'total' | 'facets'>> {
  const names = withFacets ? (Object.keys(FACETS) as FacetName[]) : [];
  const parts = names.map(
    (name) =>
      sql`SELECT ${name}::text AS facet, ${FACETS[name]}::text AS value, count(*) AS count FROM b WHERE ${facetConditions(filter, name)} GROUP BY 2`,
  );
  const all = [
    sql`SELECT 'total' AS facet, '' AS value, count(*) AS count FROM b WHERE ${facetConditions(filter)}`,
    ...parts,
  ];
  const { rows } = await ctx.db.execute<{ facet: string; value: string; count: number }>(
    sql`WITH b AS MATERIALIZED (${base}) ${sql.join(all, sql` UNION ALL `)}`,
  );
  const facets = Object.fromEntries(
    names.map((name) => [
      name,
      rows
        .filter((row) => row.facet === name)
        .map(({ value, count }) => ({ value, count }))
        .toSorted((a, b) => b.count - a.count),
    ]),
  );
  return {
    total: rows.find((row) => row.facet === 'total')?.count ?? 0,
    facets: facets as ApiPage['facets'],
  };
}
