import { sql } from 'drizzle-orm';
import type { EnvironmentPreviewDto } from '#lib/domain/environments/dto.ts';
import { DAY } from '#lib/domain/policy/periods.ts';
import type { GateMode } from '#lib/domain/words.ts';
import type { Ctx } from '../context.ts';
import { TEAM_TREE } from '../ownership/team-tree.ts';
import { fromPolicy } from '../policies/current-policy.ts';
import { getEnvironment } from './queries.ts';

const PREVIEW_DAYS = 30;
const PREVIEW_ROWS = 200;

/**
 * An API of which an enforcing gate would have stopped at least one deployment: how many decisions, the last outcome, and
 * every reason given. `shadow` tells of the old mode and is left out.
 */
type WouldBlock = EnvironmentPreviewDto['wouldBlock'][number];

/** What a gate of this mode would have done in the last 30 days, and which APIs nobody could approve. */
export async function previewEnvironment(
  ctx: Ctx,
  slug: string,
  gate: GateMode,
): Promise<EnvironmentPreviewDto> {
  await getEnvironment(ctx, slug);
  const from = new Date(ctx.now.getTime() - PREVIEW_DAYS * DAY);
  const blocks = gate === 'enforce';
  const [blocked, nobody, totals] = await Promise.all([
    ctx.db.execute<WouldBlock & Record<string, unknown>>(sql`
      WITH stopped AS MATERIALIZED (
        SELECT d.id, d.api_slug, d.outcome, d.reasons FROM decisions d
        WHERE d.environment = ${slug} AND d.evaluated_at >= ${from} AND d.outcome <> 'allowed' AND ${blocks}
      ), most AS (
        SELECT s.api_slug AS api, count(*) AS decisions, (array_agg(s.outcome ORDER BY s.id DESC))[1] AS outcome
        FROM stopped s GROUP BY 1 ORDER BY decisions DESC, 1 LIMIT ${PREVIEW_ROWS}
      ), given AS (
        SELECT s.api_slug AS api, array_agg(DISTINCT r->>'code') AS codes
        FROM stopped s, jsonb_array_elements(s.reasons) r WHERE r->>'code' <> 'shadow' GROUP BY 1
      )
      SELECT m.api, coalesce(a.name, m.api) AS name, t.slug AS team, m.decisions, m.outcome, coalesce(g.codes, '{}') AS codes
      FROM most m LEFT JOIN given g ON g.api = m.api LEFT JOIN apis a ON a.slug = m.api LEFT JOIN teams t ON t.id = a.owner_team_id
      ORDER BY m.decisions DESC, m.api`),
    blocks ? nobodyCanApprove(ctx) : [],
    ctx.db.execute<EnvironmentPreviewDto['totals']>(sql`
      SELECT (SELECT count(*) FROM decisions d WHERE d.environment = ${slug} AND d.evaluated_at >= ${from}) AS decisions,
        (SELECT count(*) FROM decisions d WHERE d.environment = ${slug} AND d.evaluated_at >= ${from} AND d.outcome <> 'allowed' AND ${blocks}) AS "blockedDecisions",
        count(*) AS apis, count(*) FILTER (WHERE p.outcome <> 'allowed' AND ${blocks}) AS "blockedApis"
      FROM posture p JOIN apis a ON a.id = p.api_id WHERE p.environment = ${slug} AND a.lifecycle <> 'retired'`),
  ]);
  return {
    environment: slug,
    gate,
    from: from.toISOString(),
    wouldBlock: blocked.rows,
    nobodyCanApprove: nobody,
    totals: totals.rows[0]!,
  };
}

/**
 * APIs for which no review could collect its sign-offs: nobody up to the root, no security where the tier asks for it, or
 * one person who would have to sign twice.
 */
async function nobodyCanApprove(ctx: Ctx): Promise<EnvironmentPreviewDto['nobodyCanApprove']> {
  const { rows } = await ctx.db.execute<{ api: string; name: string; team: string | null }>(sql`${TEAM_TREE}
    SELECT a.slug AS api, a.name, t.slug AS team
    FROM apis a LEFT JOIN tree t ON t.id = a.owner_team_id
      CROSS JOIN (SELECT count(*) AS count, min(id::text) AS first_one FROM people WHERE role = 'security' AND active) s
      CROSS JOIN ${fromPolicy(sql`p.document->'tiers' AS tiers`)} p
    WHERE a.lifecycle <> 'retired' AND (t.id IS NULL OR NOT t.can_act
      OR (p.tiers->a.tier->'signOffs' ? 'security' AND (s.count = 0 OR (s.count = 1 AND t.only_one = s.first_one))))
    ORDER BY a.slug LIMIT ${PREVIEW_ROWS}`);
  return rows;
}
