import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Facets, Page } from '#lib/domain/page.ts';
import type { FindingDto } from '#lib/domain/revisions/dto.ts';
import type { FindingState, Lifecycle, OwaspCategory, Severity } from '#lib/domain/words.ts';
import type { Ctx } from '../context.ts';
import { inApplications, inTeams } from '../apis/api-scope.ts';
import { countRows, descends, keyset } from '../http/keyset.ts';
import type { ListQuery, SortColumn } from '../http/keyset.ts';
import { findRevision } from '../revisions/queries.ts';
import { allOf, containing, given, oneOf, texts } from '../sql/conditions.ts';
import {
  CALM_ORDER,
  DUE_LAST_ORDER,
  DUE_ORDER,
  FINDING_COLUMNS,
  NEWEST_PLACE,
  SEVERITY_ORDER,
  URGENCY_ORDER,
  toFindingDto,
} from './finding-row.ts';
import type { FindingRow } from './finding-row.ts';

export interface FindingQuery extends ListQuery {
  api?: string[];
  team?: string[];
  subtree?: boolean;
  application?: string[];
  /** Of the API. */
  lifecycle?: Lifecycle[];
  severity?: Severity[];
  owasp?: OwaspCategory[];
  rule?: string[];
  state?: FindingState[];
  source?: string[];
  q?: string;
}

export const FINDING_SORTS = ['severity', 'dueAt', 'firstSeenAt'] as const;

/** What is settled, and what is never due, comes last whichever way the list runs. */
const sortColumns = (isDown: boolean): Record<(typeof FINDING_SORTS)[number], SortColumn> => ({
  severity: { by: isDown ? CALM_ORDER : URGENCY_ORDER, type: 'int' },
  dueAt: { by: isDown ? DUE_LAST_ORDER : DUE_ORDER, type: 'timestamptz' },
  firstSeenAt: { by: sql`f.first_seen_at`, type: 'timestamptz' },
});
const KEY = { by: sql`f.id`, type: 'uuid' } as const;

export interface FindingPage extends Page<FindingDto> {
  facets: Facets<'severity' | 'state' | 'source' | 'owasp'> | Record<string, never>;
}

/** Causes over all APIs, with where they stand in the newest revision that has them. */
export async function listFindings(ctx: Ctx, query: FindingQuery): Promise<FindingPage> {
  const keys = keyset(query, sortColumns(descends(query)), KEY);
  const chosen = sql`${otherConditions(query)} AND ${facetConditions(query, sql`f`)}`;
  const [{ rows }, counts] = await Promise.all([
    ctx.db.execute<FindingRow>(sql`
      WITH page AS (SELECT f.*, ${keys.by} AS sort_by FROM findings f WHERE ${chosen} AND ${keys.beyond} ORDER BY ${keys.order} LIMIT ${keys.limit})
      SELECT ${FINDING_COLUMNS}, f.sort_by::text AS sort_value FROM page f JOIN apis a ON a.id = f.api_id ${NEWEST_PLACE}
      ORDER BY f.sort_by ${keys.direction}, f.id ${keys.direction}`),
    countFindings(ctx, query, keys.isFirst),
  ]);
  return { ...keys.page(rows, toFindingDto, (row) => [row.sort_value, row.id]), ...counts };
}

const REVISION_SORTS = { severity: { by: SEVERITY_ORDER, type: 'int' } } as const;

export interface RevisionFindingQuery extends ListQuery {
  /** Another revision of the API, by id or digest: only what it does not have. */
  notIn?: string;
}

export async function listRevisionFindings(
  ctx: Ctx,
  slug: string,
  which: string,
  query: RevisionFindingQuery,
): Promise<Page<FindingDto>> {
  const revision = await findRevision(ctx.db, slug, which);
  const other = query.notIn === undefined ? undefined : await findRevision(ctx.db, slug, query.notIn);
  const keys = keyset(query, REVISION_SORTS, KEY);
  const condition = allOf(
    sql`rf.revision_id = ${revision.id}`,
    given(
      other,
      ({ id }) =>
        sql`NOT EXISTS (SELECT FROM revision_findings o WHERE o.revision_id = ${id} AND o.finding_id = rf.finding_id)`,
    ),
  );
  const chosen = sql`revision_findings rf JOIN findings f ON f.id = rf.finding_id JOIN apis a ON a.id = f.api_id
    WHERE ${condition}`;
  const [{ rows }, total] = await Promise.all([
    ctx.db.execute<FindingRow>(sql`SELECT ${FINDING_COLUMNS}, ${keys.by}::text AS sort_value
      FROM ${chosen} AND ${keys.beyond} ORDER BY ${keys.order} LIMIT ${keys.limit}`),
    countRows(ctx.db, query, sql`revision_findings rf WHERE ${condition}`),
  ]);
  return { ...keys.page(rows, toFindingDto, (row) => [row.sort_value, row.id]), total };
}

/** Every filter that is no facet. */
const otherConditions = ({ api, team, subtree, application, lifecycle, rule, q }: FindingQuery): SQL =>
  allOf(
    given(api, (slugs) => sql`f.api_id IN (SELECT id FROM apis WHERE slug = ANY (${texts(slugs)}))`),
    given(team, (slugs) => ofApis(inTeams(slugs, subtree ?? false))),
    given(application, (slugs) => ofApis(inApplications(slugs))),
    given(lifecycle, (all) => sql`f.api_id IN (SELECT id FROM apis WHERE lifecycle = ANY (${texts(all)}))`),
    oneOf(sql`f.rule`, rule),
    containing(q, sql`lower(f.title)`, sql`f.rule`),
  );

const ofApis = (chosen: SQL): SQL => sql`f.api_id IN (SELECT a.id FROM apis a WHERE ${chosen})`;

const FACETS = ['severity', 'state', 'source', 'owasp'] as const;
type FacetName = (typeof FACETS)[number];

/** Of the findings, or of the kinds of them, called `alias`. */
function facetConditions(query: FindingQuery, alias: SQL, except?: FacetName): SQL {
  const parts = FACETS.filter((name) => name !== except && query[name]?.length).map((name) => {
    const values = texts(query[name]!);
    const column = sql`${alias}.${sql.identifier(name)}`;
    return name === 'owasp' ? sql`${column} && ${values}` : sql`${column} = ANY (${values})`;
  });
  return allOf(...parts);
}

/** The total, and on the first page how many findings each value of each facet would leave. */
async function countFindings(
  ctx: Ctx,
  query: FindingQuery,
  withFacets: boolean,
): Promise<Pick<FindingPage, 'total' | 'facets'>> {
  const others = otherConditions(query);
  if (!withFacets || query.isExport) {
    const from = sql`findings f WHERE ${others} AND ${facetConditions(query, sql`f`)}`;
    return { total: await countRows(ctx.db, query, from), facets: {} };
  }
  // Findings that look alike are counted once; every facet is then counted over the few kinds of them.
  const parts = FACETS.map((name) => {
    const value = name === 'owasp' ? sql`unnest(c.owasp)` : sql`c.${sql.identifier(name)}`;
    return sql`SELECT ${name}::text, x.value, sum(x.n)::bigint FROM (SELECT ${value} AS value, c.n FROM c WHERE ${facetConditions(query, sql`c`, name)}) x GROUP BY 2`;
  });
  const { rows } = await ctx.db.execute<{ facet: string; value: string; count: number }>(sql`
    WITH c AS MATERIALIZED (
      SELECT f.severity, f.state, f.source, f.owasp, count(*) AS n FROM findings f WHERE ${others} GROUP BY 1, 2, 3, 4)
    SELECT 'total' AS facet, '' AS value, coalesce(sum(c.n), 0)::bigint AS count FROM c WHERE ${facetConditions(query, sql`c`)}
    UNION ALL ${sql.join(parts, sql` UNION ALL `)}`);
  const valuesOf = (name: FacetName) =>
    rows.filter((row) => row.facet === name).map(({ value, count }) => ({ value, count }));
  return {
    total: rows.find((row) => row.facet === 'total')!.count,
    facets: Object.fromEntries(FACETS.map((name) => [name, valuesOf(name)])) as FindingPage['facets'],
  };
}
