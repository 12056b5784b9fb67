import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Facets, Page } from '#lib/domain/page.ts';
import type { FindingDto } from '#lib/domain/revisions/dto.ts';
import type { FindingState, OwaspCategory, Severity } from '#lib/domain/words.ts';
import type { Ctx } from '../context.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { findRevision } from '../revisions/queries.ts';
import { FINDING_COLUMNS, SEVERITY_ORDER, toFindingDto } from './finding-row.ts';
import type { FindingRow } from './finding-row.ts';

export interface FindingQuery {
  api?: string[];
  team?: string[];
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
const SORT_COLUMNS: Record<(typeof FINDING_SORTS)[number], SQL> = {
  severity: SEVERITY_ORDER,
  dueAt: sql`coalesce(extract(epoch FROM f.due_at)::bigint, 99999999999)`,
  firstSeenAt: sql`extract(epoch FROM f.first_seen_at)::bigint`,
};

export interface FindingPage extends Page<FindingDto> {
  facets: Facets<'severity' | 'state' | 'source' | 'owasp'> | Record<string, never>;
}

/** Causes over all APIs, with where they stand in the newest revision that has them. */
export async function listFindings(ctx: Ctx, query: FindingQuery): Promise<FindingPage> {
  const column = SORT_COLUMNS[query.sort.replace(/^-/, '') as (typeof FINDING_SORTS)[number]];
  const descends = query.sort.startsWith('-');
  const after = query.cursor ? decodeCursor(query.cursor, query.sort, 2).values : null;
  const order = descends ? sql`DESC` : sql`ASC`;
  const chosen = sql.join([sql`true`, ...conditions(query)], sql` AND `);
  const beyond = after
    ? sql`AND (${column}, f.id) ${descends ? sql`<` : sql`>`} (${after[0]}, ${after[1]}::uuid)`
    : sql``;
  const [page, counted] = await Promise.all([
    ctx.db.execute<FindingRow>(sql`
      WITH page AS (SELECT f.*, ${column} AS sort_value FROM findings f WHERE ${chosen} ${beyond} ORDER BY ${column} ${order}, f.id ${order} LIMIT ${query.limit + 1})
      SELECT ${FINDING_COLUMNS}, f.sort_value FROM page f JOIN apis a ON a.id = f.api_id ${NEWEST_PLACE}
      ORDER BY f.sort_value ${order}, f.id ${order}`),
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
  const beyond = after ? sql`AND (${SEVERITY_ORDER}, f.id) > (${after[0]}, ${after[1]}::uuid)` : sql``;
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

function conditions(query: FindingQuery, except?: string): SQL[] {
  const { api, team, severity, owasp, rule, state, source, q } = query;
  const list = (values: readonly string[]) => sql`${sql.param(values)}::text[]`;
  const pattern = q ? `%${q.toLowerCase().replace(/[\\%_]/g, String.raw`\$&`)}%` : null;
  return [
    ...(api?.length ? [sql`f.api_id IN (SELECT id FROM apis WHERE slug = ANY (${list(api)}))`] : []),
    ...(team?.length
      ? [
          sql`f.api_id IN (SELECT a.id FROM apis a JOIN teams t ON t.id = a.owner_team_id WHERE t.slug = ANY (${list(team)}))`,
        ]
      : []),
    ...(severity?.length && except !== 'severity' ? [sql`f.severity = ANY (${list(severity)})`] : []),
    ...(owasp?.length && except !== 'owasp' ? [sql`f.owasp && ${list(owasp)}`] : []),
    ...(rule?.length ? [sql`f.rule = ANY (${list(rule)})`] : []),
    ...(state?.length && except !== 'state' ? [sql`f.state = ANY (${list(state)})`] : []),
    ...(source?.length && except !== 'source' ? [sql`f.source = ANY (${list(source)})`] : []),
    ...(pattern ? [sql`(lower(f.title) LIKE ${pattern} OR f.rule LIKE ${pattern})`] : []),
  ];
}

const UNCOUNTED = { total: 0, facets: {} };

async function countFindings(
  ctx: Ctx,
  query: FindingQuery,
  withFacets: boolean,
): Promise<Pick<FindingPage, 'total' | 'facets'>> {
  const where = (except?: string) => sql.join([sql`true`, ...conditions(query, except)], sql` AND `);
  const values = {
    severity: sql`f.severity`,
    state: sql`f.state`,
    source: sql`f.source`,
    owasp: sql`unnest(f.owasp)`,
  };
  const names = withFacets ? (Object.keys(values) as (keyof typeof values)[]) : [];
  const parts = names.map(
    (name) =>
      sql`SELECT ${name}::text AS facet, x.value, count(*) AS count FROM (SELECT ${values[name]} AS value FROM findings f WHERE ${where(name)}) x GROUP BY 2`,
  );
  const { rows } = await ctx.db.execute<{ facet: string; value: string; count: number }>(
    sql.join(
      [
        sql`SELECT 'total' AS facet, '' AS value, count(*) AS count FROM findings f WHERE ${where()}`,
        ...parts,
      ],
      sql` UNION ALL `,
    ),
  );
  const facets = Object.fromEntries(
    names.map((name) => [
      name,
      rows.filter((row) => row.facet === name).map(({ value, count }) => ({ value, count })),
    ]),
  );
  return { total: rows.find((row) => row.facet === 'total')!.count, facets: facets as FindingPage['facets'] };
}
