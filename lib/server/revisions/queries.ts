import { and, eq, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { apis } from '#db/schema/apis.ts';
import { revisions } from '#db/schema/revisions.ts';
import type { Page } from '#lib/domain/page.ts';
import type { OperationDto, RevisionDto } from '#lib/domain/revisions/dto.ts';
import type { Ctx } from '../context.ts';
import { countRows, keyset } from '../http/keyset.ts';
import type { ListQuery } from '../http/keyset.ts';
import { notFound } from '../http/problem.ts';
import { allOf, containing, given, oneOf, texts } from '../sql/conditions.ts';

export type RevisionRecord = typeof revisions.$inferSelect;

const NO_COUNTS = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };

/** What others may see of a revision: a new column is not among it by itself. */
export function revisionDto(api: string, row: RevisionRecord): RevisionDto {
  return {
    id: row.id,
    api,
    number: row.number,
    digest: row.digest,
    materialDigest: row.materialDigest,
    format: row.format,
    mediaType: row.mediaType,
    title: row.title,
    version: row.version,
    operationCount: row.operationCount,
    size: row.size,
    servers: row.servers,
    features: row.features,
    uploadedBy: row.uploadedBy,
    uploadedAt: row.uploadedAt.toISOString(),
    importedFrom: row.importedFrom,
    scan: {
      state: row.scanState,
      score: row.scanScore,
      grade: row.scanGrade,
      counts: row.scanCounts ?? NO_COUNTS,
      ruleSet: row.scanRuleSet,
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

const REVISION_SORTS = { number: { by: sql`${revisions.number}`, type: 'int' } } as const;

export async function listRevisions(ctx: Ctx, slug: string, query: ListQuery): Promise<Page<RevisionDto>> {
  const [api] = await ctx.db
    .select({ id: apis.id, total: apis.revisionCount })
    .from(apis)
    .where(eq(apis.slug, slug));
  if (!api) throw notFound(`API ${slug}`);
  const keys = keyset(query, REVISION_SORTS);
  const rows = await ctx.db
    .select()
    .from(revisions)
    .where(and(eq(revisions.apiId, api.id), keys.beyond))
    .orderBy(keys.order)
    .limit(keys.limit);
  const page = keys.page(
    rows,
    (row) => revisionDto(slug, row),
    (row) => [row.number],
  );
  return { ...page, total: api.total };
}

export interface OperationQuery extends ListQuery {
  q?: string;
  method?: string[];
  tag?: string[];
  authenticated?: boolean;
  deprecated?: boolean;
}

interface OperationRow extends Record<string, unknown>, OperationDto {
  position: number;
}

const OPERATION_SORTS = { position: { by: sql`o.position`, type: 'int' } } as const;

export async function listOperations(
  ctx: Ctx,
  slug: string,
  which: string,
  query: OperationQuery,
): Promise<Page<OperationDto>> {
  const revision = await findRevision(ctx.db, slug, which);
  const keys = keyset(query, OPERATION_SORTS);
  const chosen = allOf(sql`o.revision_id = ${revision.id}`, operationConditions(query));
  const [{ rows }, total] = await Promise.all([
    ctx.db
      .execute<OperationRow>(sql`SELECT o.position, o.key, o.method, o.path, o.operation_id AS "operationId", o.summary, o.tags,
        o.deprecated, o.authenticated, o.security, o.pointer
      FROM operations o WHERE ${chosen} AND ${keys.beyond} ORDER BY ${keys.order} LIMIT ${keys.limit}`),
    countRows(ctx.db, query, sql`operations o WHERE ${chosen}`),
  ]);
  return { ...keys.page(rows, toOperationDto, (row) => [row.position]), total };
}

const operationConditions = ({ q, method, tag, authenticated, deprecated }: OperationQuery): SQL =>
  allOf(
    containing(
      q,
      sql`lower(o.key)`,
      sql`lower(coalesce(o.summary, ''))`,
      sql`lower(coalesce(o.operation_id, ''))`,
    ),
    oneOf(
      sql`o.method`,
      method?.map((one) => one.toUpperCase()),
    ),
    given(tag, (tags) => sql`o.tags && ${texts(tags)}`),
    given(authenticated, (is) => sql`o.authenticated IS ${is ? sql`TRUE` : sql`FALSE`}`),
    given(deprecated, (is) => sql`o.deprecated = ${is}`),
  );

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
