import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { DecisionRowDto } from '#lib/domain/gate/dto.ts';
import type { Reason } from '#lib/domain/gate/facts.ts';
import type { Page } from '#lib/domain/page.ts';
import type { Outcome } from '#lib/domain/words.ts';
import type { Ctx } from '../context.ts';
import { countRows, keyset } from '../http/keyset.ts';
import type { ListQuery } from '../http/keyset.ts';
import type { TimeSpan } from '../http/time-span.ts';
import { iso } from '../iso.ts';
import { allOf, given, oneOf, texts, within } from '../sql/conditions.ts';
import { reasonDto } from './decision-dto.ts';

export interface DecisionQuery extends ListQuery, TimeSpan {
  api?: string[];
  environment?: string[];
  outcome?: Outcome[];
  promoted?: boolean;
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
const COLUMNS = { evaluatedAt: { by: sql`d.id`, type: 'uuid' } } as const;

export async function listDecisions(ctx: Ctx, query: DecisionQuery): Promise<Page<DecisionRowDto>> {
  const keys = keyset(query, COLUMNS);
  const chosen = conditions(query);
  const [{ rows }, total] = await Promise.all([
    ctx.db
      .execute<Row>(sql`SELECT d.id, d.api_slug, d.environment, d.revision_id, d.outcome, d.allowed, d.enforced, d.reasons,
        d.evaluated_at, d.actor, d.source, d.artifact, ${PROMOTED} AS promoted
      FROM decisions d WHERE ${chosen} AND ${keys.beyond} ORDER BY ${keys.order} LIMIT ${keys.limit}`),
    countRows(ctx.db, query, sql`decisions d WHERE ${chosen}`),
  ]);
  const page = keys.page(
    rows,
    (row) => toDto(ctx, row),
    (row) => [row.id],
  );
  return { ...page, total };
}

const PROMOTED = sql`EXISTS (SELECT 1 FROM promotions p WHERE p.decision_id = d.id)`;

const conditions = ({ api, environment, outcome, promoted, ...span }: DecisionQuery): SQL =>
  allOf(
    given(api, (slugs) => sql`d.api_id IN (SELECT id FROM apis WHERE slug = ANY (${texts(slugs)}))`),
    oneOf(sql`d.environment`, environment),
    oneOf(sql`d.outcome`, outcome),
    given(promoted, (is) => sql`${PROMOTED} = ${is}`),
    within(sql`d.evaluated_at`, span),
  );

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
