import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { DecisionRowDto } from '#lib/domain/gate/dto.ts';
import type { Reason } from '#lib/domain/gate/facts.ts';
import type { Page } from '#lib/domain/page.ts';
import type { Outcome } from '#lib/domain/words.ts';
import type { Ctx } from '../context.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import type { TimeSpan } from '../http/time-span.ts';
import { iso } from '../iso.ts';
import { reasonDto } from './decision-dto.ts';

export interface DecisionQuery extends TimeSpan {
  api?: string[];
  environment?: string[];
  outcome?: Outcome[];
  promoted?: boolean;
  sort: string;
  limit: number;
  cursor?: string;
}

interface Row
  extends
    Record<string, unknown>,
    Pick<DecisionRowDto, 'outcome' | 'allowed' | 'enforced' | 'source' | 'artifact' | 'promoted' | 'actor'> {
  id: string;
  api_slug: string;
  environment: string;
  revision_id: string | null;
  reasons: Reason[];
  evaluated_at: string;
}

/** Ids rise with time, so that the order of ids is the order of decisions. */
export async function listDecisions(ctx: Ctx, query: DecisionQuery): Promise<Page<DecisionRowDto>> {
  const descends = query.sort.startsWith('-');
  const after = query.cursor ? decodeCursor(query.cursor, query.sort, 1).values[0] : null;
  const order = descends ? sql`DESC` : sql`ASC`;
  const chosen = sql.join([sql`true`, ...conditions(query)], sql` AND `);
  const beyond = after ? sql`AND d.id ${descends ? sql`<` : sql`>`} ${after}::uuid` : sql``;
  const [page, counted] = await Promise.all([
    ctx.db
      .execute<Row>(sql`SELECT d.id, d.api_slug, d.environment, d.revision_id, d.outcome, d.allowed, d.enforced, d.reasons,
        d.evaluated_at, d.actor, d.source, d.artifact, ${PROMOTED} AS promoted
      FROM decisions d WHERE ${chosen} ${beyond} ORDER BY d.id ${order} LIMIT ${query.limit + 1}`),
    ctx.db.execute<{ total: number }>(sql`SELECT count(*) AS total FROM decisions d WHERE ${chosen}`),
  ]);
  const items = page.rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map((row) => toDto(ctx, row)),
    nextCursor:
      page.rows.length > query.limit && last ? encodeCursor({ sort: query.sort, values: [last.id] }) : null,
    total: counted.rows[0]!.total,
  };
}

const PROMOTED = sql`EXISTS (SELECT 1 FROM promotions p WHERE p.decision_id = d.id)`;

function conditions(query: DecisionQuery): SQL[] {
  const { api, environment, outcome, promoted, from, to } = query;
  return [
    ...(api?.length
      ? [sql`d.api_id IN (SELECT id FROM apis WHERE slug = ANY (${sql.param(api)}::text[]))`]
      : []),
    ...(environment?.length ? [sql`d.environment = ANY (${sql.param(environment)}::text[])`] : []),
    ...(outcome?.length ? [sql`d.outcome = ANY (${sql.param(outcome)}::text[])`] : []),
    ...(promoted === undefined ? [] : [sql`${PROMOTED} = ${promoted}`]),
    ...(from ? [sql`d.evaluated_at >= ${from}::timestamptz`] : []),
    ...(to ? [sql`d.evaluated_at < ${to}::timestamptz`] : []),
  ];
}

const toDto = (ctx: Ctx, row: Row): DecisionRowDto => ({
  id: row.id,
  api: row.api_slug,
  environment: row.environment,
  revision: row.revision_id,
  outcome: row.outcome,
  allowed: row.allowed,
  enforced: row.enforced,
  reasons: row.reasons.map((reason) => reasonDto(reason, ctx)),
  evaluatedAt: iso(row.evaluated_at),
  actor: row.actor,
  source: row.source,
  artifact: row.artifact,
  promoted: row.promoted,
});
