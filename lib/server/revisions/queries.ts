import { and, eq, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { apis } from '#db/schema/apis.ts';
import { revisions } from '#db/schema/revisions.ts';
import type { Page } from '#lib/domain/page.ts';
import type { OperationDto, RevisionDto } from '#lib/domain/revisions/dto.ts';
import type { Ctx } from '../context.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { notFound } from '../http/problem.ts';

type RevisionRecord = typeof revisions.$inferSelect;

const NO_COUNTS = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };

export function revisionDto(api: string, row: RevisionRecord): RevisionDto {
  const {
    apiId: _,
    broughtBackBy: __,
    scanState,
    scanScore,
    scanGrade,
    scanCounts,
    scanRuleSet,
    uploadedAt,
    ...rest
  } = row;
  return {
    ...rest,
    api,
    uploadedAt: uploadedAt.toISOString(),
    scan: {
      state: scanState,
      score: scanScore,
      grade: scanGrade,
      counts: scanCounts ?? NO_COUNTS,
      ruleSet: scanRuleSet,
    },
  };
}

/** By id or by digest, within the API. */
export async function findRevision(db: Queryable, slug: string, which: string): Promise<RevisionRecord> {
  const [row] = await db
    .select({ revision: revisions })
    .from(revisions)
    .innerJoin(apis, eq(apis.id, revisions.apiId))
    .where(
      and(eq(apis.slug, slug), sql`(${revisions.id}::text = ${which} OR ${revisions.digest} = ${which})`),
    );
  if (!row) throw notFound(`revision ${which} of ${slug}`);
  return row.revision;
}

export async function getRevision(
  ctx: Ctx,
  slug: string,
  which: string,
  db: Queryable = ctx.db,
): Promise<RevisionDto> {
  return revisionDto(slug, await findRevision(db, slug, which));
}

interface PageQuery {
  sort: string;
  limit: number;
  cursor?: string;
}

export async function listRevisions(
  ctx: Ctx,
  slug: string,
  { sort, limit, cursor }: PageQuery,
): Promise<Page<RevisionDto>> {
  const [api] = await ctx.db
    .select({ id: apis.id, total: apis.revisionCount })
    .from(apis)
    .where(eq(apis.slug, slug));
  if (!api) throw notFound(`API ${slug}`);
  const descends = sort.startsWith('-');
  const after = cursor ? decodeCursor(cursor, sort, 1).values[0] : null;
  const beyond =
    after === null
      ? sql`true`
      : descends
        ? sql`${revisions.number} < ${after}`
        : sql`${revisions.number} > ${after}`;
  const rows = await ctx.db
    .select()
    .from(revisions)
    .where(and(eq(revisions.apiId, api.id), beyond))
    .orderBy(descends ? sql`${revisions.number} DESC` : sql`${revisions.number}`)
    .limit(limit + 1);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map((row) => revisionDto(slug, row)),
    nextCursor: rows.length > limit && last ? encodeCursor({ sort, values: [last.number] }) : null,
    total: api.total,
  };
}

export interface OperationQuery extends PageQuery {
  q?: string;
  method?: string[];
  tag?: string[];
  authenticated?: boolean;
  deprecated?: boolean;
}

interface OperationRow extends Record<string, unknown>, OperationDto {
  position: number;
}

export async function listOperations(
  ctx: Ctx,
  slug: string,
  which: string,
  query: OperationQuery,
): Promise<Page<OperationDto>> {
  const revision = await findRevision(ctx.db, slug, which);
  const after = query.cursor ? decodeCursor(query.cursor, query.sort, 1).values[0] : -1;
  const chosen = sql.join([sql`o.revision_id = ${revision.id}`, ...operationConditions(query)], sql` AND `);
  const [page, counted] = await Promise.all([
    ctx.db
      .execute<OperationRow>(sql`SELECT o.position, o.key, o.method, o.path, o.operation_id AS "operationId", o.summary, o.tags,
        o.deprecated, o.authenticated, o.security, o.pointer
      FROM operations o WHERE ${chosen} AND o.position > ${after} ORDER BY o.position LIMIT ${query.limit + 1}`),
    ctx.db.execute<{ total: number }>(sql`SELECT count(*) AS total FROM operations o WHERE ${chosen}`),
  ]);
  const items = page.rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map(toOperationDto),
    nextCursor:
      page.rows.length > query.limit && last
        ? encodeCursor({ sort: query.sort, values: [last.position] })
        : null,
    total: counted.rows[0]!.total,
  };
}

function operationConditions({ q, method, tag, authenticated, deprecated }: OperationQuery): SQL[] {
  const pattern = q ? `%${q.toLowerCase().replace(/[\\%_]/g, String.raw`\$&`)}%` : null;
  return [
    ...(pattern
      ? [
          sql`(lower(o.key) LIKE ${pattern} OR lower(coalesce(o.summary, '')) LIKE ${pattern} OR lower(coalesce(o.operation_id, '')) LIKE ${pattern})`,
        ]
      : []),
    ...(method?.length
      ? [sql`o.method = ANY (${sql.param(method.map((one) => one.toUpperCase()))}::text[])`]
      : []),
    ...(tag?.length ? [sql`o.tags && ${sql.param(tag)}::text[]`] : []),
    ...(authenticated === undefined
      ? []
      : [sql`o.authenticated IS ${authenticated ? sql`TRUE` : sql`FALSE`}`]),
    ...(deprecated === undefined ? [] : [sql`o.deprecated = ${deprecated}`]),
  ];
}

const toOperationDto = (row: OperationRow): OperationDto => ({
  key: row.key,
  method: row.method,
  path: row.path,
  operationId: row.operationId,
  summary: row.summary,
  tags: row.tags,
  deprecated: row.deprecated,
  authenticated: row.authenticated,
  security: row.security,
  pointer: row.pointer,
});
