import { sql } from 'drizzle-orm';
import type { RiskFigure } from '#lib/domain/risk/dto.ts';
import { TIERS } from '#lib/domain/words.ts';
import type { Outcome, OwnershipState, RiskLevel, SignOffState, Tier } from '#lib/domain/words.ts';
import type { Ctx } from '../context.ts';
import { OUTCOMES_SHOWN, SIGN_OFFS_SHOWN, figuresOf } from './current-risk.ts';
import type { RiskScope, RiskSnapshot } from './current-risk.ts';

interface Row extends Record<string, unknown> {
  slug: string;
  name: string;
  team: string | null;
  application: string | null;
  application_name: string | null;
  tier: Tier;
  score: number;
  level: RiskLevel;
  ownership: OwnershipState;
  outcome: Outcome;
  sign_off: SignOffState;
  severe_findings: number;
  top_reason: string | null;
}

/** The same picture at a past date, from the last row of history before it. The application is that of today. */
export async function pastRisk(ctx: Ctx, scope: RiskScope, at: Date): Promise<RiskSnapshot> {
  const team = scope.team
    ? sql`AND h.owner_team_id IN (SELECT id FROM teams WHERE path @> ARRAY[${scope.team}])`
    : sql``;
  const application = scope.application ? sql`AND p.slug = ${scope.application}` : sql``;
  const { rows } = await ctx.db.execute<Row>(sql`
    SELECT a.slug, a.name, t.slug AS team, p.slug AS application, p.name AS application_name, h.tier, h.score, h.level, h.ownership,
      h.outcome, h.sign_off, h.severe_findings, h.contributions->0->>'message' AS top_reason
    FROM apis a JOIN LATERAL (SELECT * FROM risk_history h WHERE h.api_id = a.id AND h.at <= ${at} ORDER BY h.at DESC, h.id DESC LIMIT 1) h ON true
    LEFT JOIN teams t ON t.id = h.owner_team_id LEFT JOIN applications p ON p.id = a.application_id
    WHERE h.lifecycle <> 'retired' ${team} ${application} ORDER BY h.score DESC, a.slug`);
  const count = (test: (row: Row) => boolean) => rows.filter(test).length;
  const values: Record<RiskFigure['key'], number> = {
    apis: rows.length,
    'critical-risk': count((row) => row.level === 'critical'),
    unowned: count((row) => row.ownership === 'unowned' || row.ownership === 'offered'),
    'without-sign-off': count(
      (row) => row.sign_off === 'missing' || row.sign_off === 'expired' || row.sign_off === 'void',
    ),
    blocked: count((row) => row.outcome !== 'allowed'),
    'blocking-findings': rows.reduce((sum, row) => sum + row.severe_findings, 0),
  };
  return {
    figures: figuresOf(values, scope),
    distribution: Array.from({ length: 10 }, (_, bin) => ({
      from: bin * 10,
      to: bin === 9 ? 100 : bin * 10 + 9,
      count: count((row) => Math.min(9, Math.floor(row.score / 10)) === bin),
    })),
    matrix: TIERS.flatMap((tier) =>
      OUTCOMES_SHOWN.map((outcome) => ({
        tier,
        outcome,
        count: count((row) => row.tier === tier && row.outcome === outcome),
      })),
    ),
    worstApis: rows.slice(0, 10).map(({ slug, name, team: owner, tier, score, level, top_reason }) => ({
      slug,
      name,
      team: owner,
      tier,
      score,
      level,
      topReason: top_reason,
    })),
    worstApplications: worstApplications(rows),
    ownershipGaps: (['unowned', 'offered', 'stale'] as const).map((state) => ({
      state,
      count: count((row) => row.ownership === state),
      href: `/apis?ownership=${state}`,
    })),
    signOffs: SIGN_OFFS_SHOWN.map((state) => ({
      state,
      count: count((row) => row.sign_off === state),
      href: `/apis?signOff=${state}`,
    })),
    expiryHorizon: [],
  };
}

function worstApplications(rows: Row[]): RiskSnapshot['worstApplications'] {
  const byApplication = Map.groupBy(
    rows.filter((row) => row.application !== null),
    (row) => row.application!,
  );
  return [...byApplication]
    .map(([slug, own]) => ({
      slug,
      name: own[0]!.application_name ?? slug,
      score: own[0]!.score,
      level: own[0]!.level,
      apiCount: own.length,
      worstApi: own[0]!.slug,
    }))
    .toSorted((a, b) => b.score - a.score || (a.slug < b.slug ? -1 : 1))
    .slice(0, 10);
}
