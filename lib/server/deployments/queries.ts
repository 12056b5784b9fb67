import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { CoverageDto, DeploymentDto } from '#lib/domain/gate/dto.ts';
import type { Page } from '#lib/domain/page.ts';
import type { Ctx } from '../context.ts';
import { countRows, keyset } from '../http/keyset.ts';
import type { ListQuery } from '../http/keyset.ts';
import type { TimeSpan } from '../http/time-span.ts';
import { iso, isoOrNull } from '../iso.ts';
import { allOf, given, oneOf, within } from '../sql/conditions.ts';

export interface DeploymentQuery extends ListQuery, TimeSpan {
  api?: string[];
  environment?: string[];
  gated?: boolean;
}

interface Row
  extends Record<string, unknown>, Pick<DeploymentDto, 'gated' | 'source' | 'actor' | 'environment'> {
  id: string;
  api: string;
  revision_id: string | null;
  decision_id: string | null;
  at: string;
  reported_at: string;
  sort_value: string;
}

const COLUMNS = { at: { by: sql`d.at`, type: 'timestamptz' } } as const;
const KEY = { by: sql`d.id`, type: 'uuid' } as const;
const FROM = sql`deployments d JOIN apis a ON a.id = d.api_id`;

export async function listDeployments(ctx: Ctx, query: DeploymentQuery): Promise<Page<DeploymentDto>> {
  const keys = keyset(query, COLUMNS, KEY);
  const chosen = conditions(query);
  const [{ rows }, total] = await Promise.all([
    ctx.db
      .execute<Row>(sql`SELECT d.id, a.slug AS api, d.environment, d.revision_id, d.decision_id, d.gated, d.at, d.reported_at,
        d.source, d.actor, ${keys.by}::text AS sort_value
      FROM ${FROM} WHERE ${chosen} AND ${keys.beyond} ORDER BY ${keys.order} LIMIT ${keys.limit}`),
    countRows(ctx.db, query, sql`${FROM} WHERE ${chosen}`),
  ]);
  return { ...keys.page(rows, toDto, (row) => [row.sort_value, row.id]), total };
}

const conditions = ({ api, environment, gated, ...span }: CoverageQuery & TimeSpan): SQL =>
  allOf(
    oneOf(sql`a.slug`, api),
    oneOf(sql`d.environment`, environment),
    given(gated, (is) => sql`d.gated = ${is}`),
    within(sql`d.at`, span),
  );

const toDto = (row: Row): DeploymentDto => ({
  id: row.id,
  api: row.api,
  environment: row.environment,
  revision: row.revision_id,
  decisionId: row.decision_id,
  gated: row.gated,
  at: iso(row.at),
  reportedAt: iso(row.reported_at),
  actor: row.actor,
  source: row.source,
});

export const COVERAGE_ROWS = 1000;

export interface CoverageQuery {
  api?: string[];
  environment?: string[];
  gated?: boolean;
}

/** Which deployments had a decision behind them, per API and environment; the ungated first, at most a thousand rows. */
export async function getCoverage(ctx: Ctx, query: CoverageQuery): Promise<CoverageDto> {
  const chosen = conditions({ ...query, gated: undefined });
  const kept = query.gated === undefined ? sql`true` : query.gated ? sql`c.ungated = 0` : sql`c.ungated > 0`;
  const { rows } = await ctx.db.execute<CoverageRow>(sql`
    WITH c AS (
      SELECT d.api_id, a.slug AS api, d.environment, count(*) AS deployments, count(*) FILTER (WHERE NOT d.gated) AS ungated, max(d.at) AS last_deployment
      FROM ${FROM} WHERE ${chosen} GROUP BY 1, 2, 3)
    SELECT c.api, c.environment, c.deployments, c.ungated, c.last_deployment,
      (SELECT max(x.evaluated_at) FROM decisions x WHERE x.api_id = c.api_id AND x.environment = c.environment) AS last_decision,
      count(*) OVER () AS total_rows, count(*) FILTER (WHERE c.ungated = 0) OVER () AS total_gated,
      sum(c.deployments) OVER () AS total_deployments, sum(c.ungated) OVER () AS total_ungated
    FROM c WHERE ${kept} ORDER BY c.ungated DESC, c.api, c.environment LIMIT ${COVERAGE_ROWS}`);
  const first = rows[0];
  return {
    apis: rows.map((row) => ({
      api: row.api,
      environment: row.environment,
      gated: row.ungated === 0,
      deployments: row.deployments,
      ungatedDeployments: row.ungated,
      lastDecisionAt: isoOrNull(row.last_decision),
      lastDeploymentAt: isoOrNull(row.last_deployment),
    })),
    totals: {
      apis: first?.total_rows ?? 0,
      gatedApis: first?.total_gated ?? 0,
      deployments: Number(first?.total_deployments ?? 0),
      ungatedDeployments: Number(first?.total_ungated ?? 0),
    },
  };
}

interface CoverageRow extends Record<string, unknown> {
  api: string;
  environment: string;
  deployments: number;
  ungated: number;
  last_deployment: string | null;
  last_decision: string | null;
  total_rows: number;
  total_gated: number;
  total_deployments: string;
  total_ungated: string;
}
