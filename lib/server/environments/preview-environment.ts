import { sql } from 'drizzle-orm';
import type { EnvironmentPreviewDto } from '#lib/domain/environments/dto.ts';
import { DAY } from '#lib/domain/policy/periods.ts';
import type { GateMode, Outcome } from '#lib/domain/words.ts';
import type { Ctx } from '../context.ts';
import { TEAM_TREE } from '../ownership/team-tree.ts';
import { getEnvironment } from './queries.ts';

const PREVIEW_DAYS = 30;
const PREVIEW_ROWS = 200;

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
    ctx.db.execute<BlockedRow>(sql`
      SELECT d.api_slug AS api, coalesce(a.name, d.api_slug) AS name, t.slug AS team, count(*) AS decisions,
        (array_agg(d.outcome ORDER BY d.id DESC))[1] AS outcome,
        (SELECT array_agg(DISTINCT r->>'code') FROM decisions x, jsonb_array_elements(x.reasons) r
          WHERE x.id = (array_agg(d.id ORDER BY d.id DESC))[1] AND r->>'code' <> 'shadow') AS codes
      FROM decisions d LEFT JOIN apis a ON a.id = d.api_id LEFT JOIN teams t ON t.id = a.owner_team_id
      WHERE d.environment = ${slug} AND d.evaluated_at >= ${from} AND d.outcome <> 'allowed' AND ${blocks}
      GROUP BY 1, 2, 3 ORDER BY decisions DESC, 1 LIMIT ${PREVIEW_ROWS}`),
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
    wouldBlock: blocked.rows.map((row) => ({ ...row, codes: row.codes ?? [] })),
    nobodyCanApprove: nobody,
    totals: totals.rows[0]!,
  };
}

interface BlockedRow extends Record<string, unknown> {
  api: string;
  name: string;
  team: string | null;
  decisions: number;
  outcome: Outcome;
  codes: string[] | null;
}

/**
 * APIs for which no review could collect its sign-offs, as `canAnybodyApprove` tells it for one: nobody up to the root, no
 * security where the tier asks for it, or one person who would have to sign twice.
 */
async function nobodyCanApprove(ctx: Ctx): Promise<EnvironmentPreviewDto['nobodyCanApprove']> {
  const { rows } = await ctx.db.execute<{ api: string; name: string; team: string | null }>(sql`${TEAM_TREE}
    SELECT a.slug AS api, a.name, t.slug AS team
    FROM apis a LEFT JOIN tree t ON t.id = a.owner_team_id
      CROSS JOIN (SELECT count(*) AS count, min(id::text) AS first_one FROM people WHERE role = 'security' AND active) s
      CROSS JOIN (SELECT document->'tiers' AS tiers FROM policies WHERE key = 'gate' ORDER BY version DESC LIMIT 1) p
    WHERE a.lifecycle <> 'retired' AND (t.id IS NULL OR NOT t.can_act
      OR (p.tiers->a.tier->'signOffs' ? 'security' AND (s.count = 0 OR (s.count = 1 AND t.only_one = s.first_one))))
    ORDER BY a.slug LIMIT ${PREVIEW_ROWS}`);
  return rows;
}
