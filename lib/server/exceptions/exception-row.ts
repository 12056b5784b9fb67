import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import type { ExceptionDto } from '#lib/domain/exceptions/dto.ts';
import { EXCEPTION_ACTIONS, exceptionState, mayDecideException } from '#lib/domain/exceptions/rules.ts';
import type { ExceptionAction, ExceptionRecord } from '#lib/domain/exceptions/rules.ts';
import type { ApiPlace } from '#lib/domain/ownership/capacities.ts';
import type { Right } from '#lib/domain/teams/dto.ts';
import type { Tier } from '#lib/domain/words.ts';
import { PLACE } from '../apis/api-place.ts';
import type { Ctx } from '../context.ts';
import type { Keyset } from '../http/keyset.ts';
import { notFound } from '../http/problem.ts';
import { iso, isoOrNull } from '../iso.ts';
import { rightOf } from '../right-of.ts';

export interface ExceptionRow extends Record<string, unknown> {
  id: string;
  apiId: string;
  api: string;
  tier: Tier;
  findingId: string | null;
  itemKey: string | null;
  targetTitle: string | null;
  reason: string;
  step: ExceptionRecord['step'];
  proposedBy: string;
  proposedAt: string;
  expiresAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  comment: string | null;
  version: number;
  place: ApiPlace;
  sortValue: string | null;
}

/** Aliases: `x` the exception, `a` its API. */
export async function loadExceptions(db: Queryable, where: SQL, page?: Keyset): Promise<ExceptionRow[]> {
  const { rows } = await db.execute<ExceptionRow>(sql`
    SELECT x.id, a.id AS "apiId", a.slug AS api, a.tier, x.finding_id AS "findingId", x.item_key AS "itemKey",
      CASE WHEN x.finding_id IS NOT NULL THEN (SELECT f.title FROM findings f WHERE f.id = x.finding_id)
        ELSE (SELECT i.item->>'question' FROM checklists c, jsonb_array_elements(c.items) i (item)
          WHERE c.id = 'default' AND i.item->>'key' = x.item_key ORDER BY c.version DESC LIMIT 1) END AS "targetTitle",
      x.reason, x.step, x.proposed_by AS "proposedBy", x.proposed_at AS "proposedAt", x.expires_at AS "expiresAt",
      x.decided_by AS "decidedBy", x.decided_at AS "decidedAt", x.comment, x.version,
      ${PLACE} AS place,
      ${page ? sql`${page.by}::text` : sql`NULL`} AS "sortValue"
    FROM exceptions x JOIN apis a ON a.id = x.api_id
    WHERE ${where}
    ${page ? sql`AND ${page.beyond} ORDER BY ${page.order} LIMIT ${page.limit}` : sql`ORDER BY x.id`}`);
  return rows;
}

export async function loadException(db: Queryable, id: string): Promise<ExceptionRow> {
  const [row] = await loadExceptions(db, sql`x.id = ${id}`);
  if (!row) throw notFound(`exception ${id}`);
  return row;
}

export const recordOf = ({ step, proposedBy, expiresAt }: ExceptionRow): ExceptionRecord => ({
  step,
  proposedBy,
  expiresAt: new Date(expiresAt).getTime(),
});

export function exceptionDto(ctx: Ctx, row: ExceptionRow): ExceptionDto {
  const { id, api, findingId, itemKey, targetTitle, reason, proposedBy, decidedBy, comment, version } = row;
  return {
    id,
    api,
    target: findingId === null ? { item: itemKey ?? '' } : { finding: findingId },
    targetTitle: targetTitle ?? itemKey ?? '',
    reason,
    state: exceptionState(recordOf(row), ctx.now.getTime()),
    proposedBy,
    proposedAt: iso(row.proposedAt),
    expiresAt: iso(row.expiresAt),
    decidedBy,
    decidedAt: isoOrNull(row.decidedAt),
    comment,
    version,
    rights: rights(ctx, row),
  };
}

function rights(ctx: Ctx, row: ExceptionRow): Record<ExceptionAction, Right> {
  const facts = {
    actor: ctx.actor.standing,
    place: row.place,
    exception: recordOf(row),
    now: ctx.now.getTime(),
  };
  const entries = EXCEPTION_ACTIONS.map((action) => [action, rightOf(mayDecideException(action, facts))]);
  return Object.fromEntries(entries) as Record<ExceptionAction, Right>;
}
