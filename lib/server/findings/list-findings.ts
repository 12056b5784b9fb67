import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Facets, Page } from '#lib/domain/page.ts';
import type { FindingDto } from '#lib/domain/revisions/dto.ts';
import type { FindingState, Lifecycle, OwaspCategory, Severity } from '#lib/domain/words.ts';
import type { Ctx } from '../context.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { findRevision } from '../revisions/queries.ts';
import { FINDING_COLUMNS, SEVERITY_ORDER, toFindingDto } from './finding-row.ts';
import type { FindingRow } from './finding-row.ts';

export interface FindingQuery {
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
  sort: string;
  limit: number;
  cursor?: string;
  isExport?: boolean;
}

export const FINDING_SORTS = ['severity', 'dueAt', 'firstSeenAt'] as const;

/** A column to sort by, and its type as a cursor gives it back. What is never due comes last, whichever way the list runs. */
function sortColumn(name: (typeof FINDING_SORTS)[number], descends: boolean): { by: SQL; type: SQL } {
  const columns: Record<typeof name, { by: SQL; type: SQL }> = {
    severity: { by: SEVERITY_ORDER, type: sql`int` },
    dueAt: {
      by: sql`coalesce(f.due_at, ${descends ? sql`'-infinity'` : sql`'infinity'`})`,
      type: sql`timestamptz`,
    },
    firstSeenAt: { by: sql`f.first_seen_at`, type: sql`timestamptz` },
  };
  return columns[name];
}

export interface FindingPage extends Page<FindingDto> {
  facets: Facets<'severity' | 'state' | 'source' | 'owasp'> | Record<string, never>;
}

/** Causes over all APIs, with where they stand in the newest revision that has them. */
export async function listFindings(ctx: Ctx, query: FindingQuery): Promise<FindingPage> {
  const descends = query.sort.startsWith('-');
  const { by, type } = sortColumn(query.sort.replace(/^-/, '') as (typeof FINDING_SORTS)[number], descends);
  const after = query.cursor ? decodeCursor(query.cursor, query.sort, 2).values : null;
  const order = descends ? sql`DESC` : sql`ASC`;
  const chosen = sql`${otherConditions(query)} AND ${facetConditions(query, sql`f`)}`;
  const beyond = after
    ? sql`AND (${by}, f.id) ${descends ? sql`<` : sql`>`} (${after[0]}::${type}, ${after[1]}::uuid)`
    : sql``;
  const [page, counted] = await Promise.all([
    ctx.db.execute<FindingRow>(sql`
      WITH page AS (SELECT f.*, ${by} AS sort_by FROM findings f WHERE ${chosen} ${beyond} ORDER BY ${by} ${order}, f.id ${order} LIMIT ${query.limit + 1})
      SELECT ${FINDING_COLUMNS}, f.sort_by::text AS sort_value FROM page f JOIN apis a ON a.id = f.api_id ${NEWEST_PLACE}
      ORDER BY f.sort_by ${order}, f.id ${order}`),
    query.isExport ? UNCOUNTED : countFindings(ctx, query, after === null),
  ]);
  const items = page.rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map(toFindingDto),
    nextCursor:
      page.rows.length > query.limit && last
        ? encodeCursor({ sort: query.sort, values: [last.sort_value, last.id] })
        : null,
    ...counted,
  };
}

export async function listRevisionFindings(
  ctx: Ctx,
  slug: string,
  which: string,
  { sort, limit, cursor }: { sort: string; limit: number; cursor?: string },
): Promise<Page<FindingDto>> {
  const revision = await findRevision(ctx.db, slug, which);
  const after = cursor ? decodeCursor(cursor, sort, 2).values : null;
  const beyond = after ? sql`AND (${SEVERITY_ORDER}, f.id) > (${after[0]}::int, ${after[1]}::uuid)` : sql``;
  const [page, counted] = await Promise.all([
    ctx.db.execute<FindingRow>(sql`SELECT ${FINDING_COLUMNS}, ${SEVERITY_ORDER} AS sort_value
      FROM revision_findings rf JOIN findings f ON f.id = rf.finding_id JOIN apis a ON a.id = f.api_id
      WHERE rf.revision_id = ${revision.id} ${beyond} ORDER BY ${SEVERITY_ORDER}, f.id LIMIT ${limit + 1}`),
    ctx.db.execute<{ total: number }>(
      sql`SELECT count(*) AS total FROM revision_findings rf WHERE rf.revision_id = ${revision.id}`,
    ),
  ]);
  const items = page.rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(toFindingDto),
    nextCursor:
      page.rows.length > limit && last ? encodeCursor({ sort, values: [last.sort_value, last.id] }) : null,
    total: counted.rows[0]!.total,
  };
}

const NEWEST_PLACE = sql`LEFT JOIN LATERAL (SELECT rf.* FROM revision_findings rf JOIN revisions v ON v.id = rf.revision_id
  WHERE rf.finding_id = f.id ORDER BY v.number DESC LIMIT 1) rf ON true`;

/** Every filter that is no facet. */
function otherConditions({ api, team, subtree, application, lifecycle, rule, q }: FindingQuery): SQL {
  const list = (values: readonly string[]) => sql`${sql.param(values)}::text[]`;
  const pattern = q ? `%${q.toLowerCase().replace(/[\\%_]/g, String.raw`\$&`)}%` : null;
  const parts = [
    ...(api?.length ? [sql`f.api_id IN (SELECT id FROM apis WHERE slug = ANY (${list(api)}))`] : []),
    ...(team?.length
      ? [
          sql`f.api_id IN (SELECT a.id FROM apis a JOIN teams t ON t.id = a.owner_team_id
            WHERE ${subtree ? sql`t.path && ${list(team)}` : sql`t.slug = ANY (${list(team)})`})`,
        ]
      : []),
    ...(application?.length
      ? [
          sql`f.api_id IN (SELECT a.id FROM apis a JOIN applications p ON p.id = a.application_id WHERE p.slug = ANY (${list(application)}))`,
        ]
      : []),
    ...(lifecycle?.length
      ? [sql`f.api_id IN (SELECT id FROM apis WHERE lifecycle = ANY (${list(lifecycle)}))`]
      : []),
    ...(rule?.length ? [sql`f.rule = ANY (${list(rule)})`] : []),
    ...(pattern ? [sql`(lower(f.title) LIKE ${pattern} OR f.rule LIKE ${pattern})`] : []),
  ];
  return sql.join([sql`true`, ...parts], sql` AND `);
}

const FACETS = ['severity', 'state', 'source', 'owasp'] as const;
type FacetName = (typeof FACETS)[number];

/** Of the findings, or of the kinds of them, called `alias`. */
function facetConditions(query: FindingQuery, alias: SQL, except?: FacetName): SQL {
  const parts = FACETS.filter((name) => name !== except && query[name]?.length).map((name) => {
    const values = sql`${sql.param(query[name])}::text[]`;
    const column = sql`${alias}.${sql.identifier(name)}`;
    return name === 'owasp' ? sql`${column} && ${values}` : sql`${column} = ANY (${values})`;
  });
  return sql.join([sql`true`, ...parts], sql` AND `);
}

const UNCOUNTED = { total: 0, facets: {} };

/** The total, and on the first page how many findings each value of each facet would leave. */
async function countFindings(
  ctx: Ctx,
  query: FindingQuery,
  withFacets: boolean,
): Promise<Pick<FindingPage, 'total' | 'facets'>> {
  const others = otherConditions(query);
  if (!withFacets) {
    const { rows } = await ctx.db.execute<{ total: number }>(
      sql`SELECT count(*) AS total FROM findings f WHERE ${others} AND ${facetConditions(query, sql`f`)}`,
    );
    return { total: rows[0]!.total, facets: {} };
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
