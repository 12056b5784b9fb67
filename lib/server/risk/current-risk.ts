import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { RiskDto, RiskFigure } from '#lib/domain/risk/dto.ts';
import { TIERS } from '#lib/domain/words.ts';
import type { Outcome, RiskLevel, SignOffState, Tier } from '#lib/domain/words.ts';
import type { Ctx } from '../context.ts';
import { iso } from '../iso.ts';

export interface RiskScope {
  /** With everything below it. */
  team?: string;
  application?: string;
}

export type RiskSnapshot = Omit<RiskDto, 'asOf' | 'trend' | 'figures'> & {
  figures: Omit<RiskFigure, 'before'>[];
};

export const FIGURE_LABELS: Record<RiskFigure['key'], { label: string; list: string }> = {
  apis: { label: 'APIs', list: '/apis' },
  'critical-risk': { label: 'At critical risk', list: '/apis?riskLevel=critical' },
  unowned: { label: 'Unowned', list: '/apis?ownership=unowned&ownership=offered' },
  'without-sign-off': {
    label: 'Without a sign-off that counts',
    list: '/apis?environment=production&signOff=missing&signOff=expired&signOff=void',
  },
  blocked: { label: 'Blocked from production', list: '/apis?gate=prevented&gate=awaiting' },
  'blocking-findings': {
    label: 'Open critical and high findings',
    list: '/findings?severity=critical&severity=high&state=open&state=acknowledged',
  },
};

export const FIGURE_KEYS = [
  'apis',
  'critical-risk',
  'unowned',
  'without-sign-off',
  'blocked',
  'blocking-findings',
] as const satisfies readonly RiskFigure['key'][];

/** Retired APIs run nowhere and count nowhere. */
export function scopeCondition({ team, application }: RiskScope): SQL {
  return sql.join(
    [
      sql`a.lifecycle <> 'retired'`,
      ...(team ? [sql`a.owner_team_id IN (SELECT id FROM teams WHERE path @> ARRAY[${team}])`] : []),
      ...(application
        ? [sql`a.application_id = (SELECT id FROM applications WHERE slug = ${application})`]
        : []),
    ],
    sql` AND `,
  );
}

export function withScope(list: string, { team, application }: RiskScope): string {
  const more = new URLSearchParams({
    ...(team ? { team, subtree: 'true' } : {}),
    ...(application ? { application } : {}),
  });
  if (more.size === 0) return list;
  return `${list}${list.includes('?') ? '&' : '?'}${more}`;
}

export async function currentRisk(ctx: Ctx, scope: RiskScope): Promise<RiskSnapshot> {
  const rows = sql`SELECT a.id, a.slug, a.name, a.tier, a.risk_score, a.risk_level, a.application_id, a.owner_team_id, a.offered_team_id,
      coalesce(po.outcome, 'prevented') AS outcome, coalesce(po.allowed, false) AS allowed, coalesce(po.sign_off, 'missing') AS sign_off,
      po.sign_off_valid_until, coalesce(po.reason_codes, '{}') AS codes,
      CASE WHEN a.owner_team_id IS NOT NULL THEN CASE WHEN a.owner_confirmed_at > ${ctx.now}::timestamptz - make_interval(days => att.days) THEN 'owned' ELSE 'stale' END
        WHEN a.offered_team_id IS NOT NULL THEN 'offered' ELSE 'unowned' END AS ownership
    FROM apis a CROSS JOIN (SELECT (p.document->>'attestationDays')::int AS days FROM policies p WHERE p.key = 'gate' ORDER BY p.version DESC LIMIT 1) att
    LEFT JOIN posture po ON po.api_id = a.id AND po.environment = 'production' WHERE ${scopeCondition(scope)}`;
  const [grouped, findings, worstApis, worstApplications, horizon] = await Promise.all([
    ctx.db.execute<Grouped>(sql`WITH b AS MATERIALIZED (${rows})
      SELECT 'total' AS what, '' AS key, '' AS other, count(*) AS count FROM b
      UNION ALL SELECT 'bin', least(risk_score / 10, 9)::text, '', count(*) FROM b GROUP BY 2
      UNION ALL SELECT 'matrix', tier, outcome, count(*) FROM b GROUP BY 2, 3
      UNION ALL SELECT 'ownership', ownership, '', count(*) FROM b GROUP BY 2
      UNION ALL SELECT 'nobody', '', '', count(*) FROM b WHERE 'owner.nobody-eligible' = ANY (codes)
      UNION ALL SELECT 'signOff', sign_off, '', count(*) FROM b GROUP BY 2
      UNION ALL SELECT 'level', risk_level, '', count(*) FROM b GROUP BY 2
      UNION ALL SELECT 'blocked', '', '', count(*) FROM b WHERE NOT allowed`),
    ctx.db.execute<{
      count: number;
    }>(sql`SELECT count(*) AS count FROM findings f JOIN apis a ON a.id = f.api_id
      WHERE f.state IN ('open', 'acknowledged') AND f.severity IN ('critical', 'high') AND ${scopeCondition(scope)}`),
    ctx.db
      .execute<WorstApi>(sql`SELECT a.slug, a.name, t.slug AS team, a.tier, a.risk_score AS score, a.risk_level AS level,
        (SELECT h.contributions->0->>'message' FROM risk_history h WHERE h.api_id = a.id ORDER BY h.at DESC LIMIT 1) AS "topReason"
      FROM apis a LEFT JOIN teams t ON t.id = a.owner_team_id WHERE ${scopeCondition(scope)} ORDER BY a.risk_score DESC, a.slug LIMIT 10`),
    ctx.db
      .execute<WorstApplication>(sql`SELECT p.slug, p.name, max(a.risk_score) AS score, count(*) AS "apiCount",
        (array_agg(a.slug ORDER BY a.risk_score DESC, a.slug))[1] AS "worstApi", (array_agg(a.risk_level ORDER BY a.risk_score DESC, a.slug))[1] AS level
      FROM apis a JOIN applications p ON p.id = a.application_id WHERE ${scopeCondition(scope)} GROUP BY p.id ORDER BY 3 DESC, 1 LIMIT 10`),
    ctx.db.execute<{ week: string; count: number }>(sql`SELECT w AS week, count(x.api_id) AS count
      FROM generate_series(date_trunc('week', ${ctx.now}::timestamptz), date_trunc('week', ${ctx.now}::timestamptz) + interval '11 weeks', interval '1 week') w
      LEFT JOIN (SELECT po.api_id, po.sign_off_valid_until AS until FROM posture po JOIN apis a ON a.id = po.api_id
        WHERE po.environment = 'production' AND po.sign_off IN ('valid', 'expiring') AND ${scopeCondition(scope)}) x
        ON x.until >= w AND x.until < w + interval '1 week' GROUP BY 1 ORDER BY 1`),
  ]);
  const count = (what: string, key = '', other = '') =>
    grouped.rows.find((row) => row.what === what && row.key === key && row.other === other)?.count ?? 0;
  const values: Record<RiskFigure['key'], number> = {
    apis: count('total'),
    'critical-risk': count('level', 'critical'),
    unowned: count('ownership', 'unowned') + count('ownership', 'offered'),
    'without-sign-off': count('signOff', 'missing') + count('signOff', 'expired') + count('signOff', 'void'),
    blocked: count('blocked'),
    'blocking-findings': findings.rows[0]!.count,
  };
  return {
    figures: figuresOf(values, scope),
    distribution: Array.from({ length: 10 }, (_, bin) => ({
      from: bin * 10,
      to: bin === 9 ? 100 : bin * 10 + 9,
      count: count('bin', String(bin)),
    })),
    matrix: TIERS.flatMap((tier) =>
      OUTCOMES_SHOWN.map((outcome) => ({ tier, outcome, count: count('matrix', tier, outcome) })),
    ),
    worstApis: worstApis.rows,
    worstApplications: worstApplications.rows,
    ownershipGaps: [
      ...(['unowned', 'offered', 'stale'] as const).map((state) => ({
        state,
        count: count('ownership', state),
        href: withScope(`/apis?ownership=${state}`, scope),
      })),
      {
        state: 'nobody-eligible' as const,
        count: count('nobody'),
        href: '/teams?tab=unowned&kind=nobody-eligible',
      },
    ],
    signOffs: SIGN_OFFS_SHOWN.map((state) => ({
      state,
      count: count('signOff', state),
      href: withScope(`/apis?environment=production&signOff=${state}`, scope),
    })),
    expiryHorizon: horizon.rows.map((row) => ({ weekFrom: iso(row.week), count: row.count })),
  };
}

export function figuresOf(
  values: Record<RiskFigure['key'], number>,
  scope: RiskScope,
): RiskSnapshot['figures'] {
  return FIGURE_KEYS.map((key) => {
    const { label, list } = FIGURE_LABELS[key];
    return { key, label, value: values[key], href: withScope(list, scope) };
  });
}

export const OUTCOMES_SHOWN = ['allowed', 'awaiting', 'prevented'] as const satisfies readonly Outcome[];
export const SIGN_OFFS_SHOWN = [
  'valid',
  'expiring',
  'expired',
  'void',
  'missing',
] as const satisfies readonly SignOffState[];

interface Grouped extends Record<string, unknown> {
  what: string;
  key: string;
  other: string;
  count: number;
}

interface WorstApi extends Record<string, unknown> {
  slug: string;
  name: string;
  team: string | null;
  tier: Tier;
  score: number;
  level: RiskLevel;
  topReason: string | null;
}

interface WorstApplication extends Record<string, unknown> {
  slug: string;
  name: string;
  score: number;
  level: RiskLevel;
  apiCount: number;
  worstApi: string;
}
