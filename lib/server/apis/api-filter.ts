import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type {
  ApiKind,
  Criticality,
  DataClass,
  Exposure,
  Lifecycle,
  Outcome,
  OwnershipState,
  RiskLevel,
  SignOffState,
  Tier,
} from '#lib/domain/words.ts';
import { isShort } from './search-terms.ts';
import type { Ctx } from '../context.ts';

export interface ApiFilter {
  q?: string;
  team?: string[];
  subtree?: boolean;
  /** Teams that an offer waits for, whether or not another team owns the API. */
  offeredTo?: string[];
  /** `me`: APIs of teams the person who asks is in. */
  owner?: 'me';
  application?: string[];
  kind?: ApiKind[];
  exposure?: Exposure[];
  dataClass?: DataClass[];
  criticality?: Criticality[];
  tier?: Tier[];
  lifecycle?: Lifecycle[];
  ownership?: OwnershipState[];
  signOff?: SignOffState[];
  gate?: Outcome[];
  riskLevel?: RiskLevel[];
  tag?: string[];
  riskMin?: number;
  riskMax?: number;
  /** Without it: production, and for the sign-off of an API never signed there, where it was signed. */
  environment?: string;
}

/** Filters whose values are counted beside the list. Each is one column of the list's base query. */
export const FACETS = {
  kind: sql`b.kind`,
  exposure: sql`b.exposure`,
  dataClass: sql`b.data_class`,
  criticality: sql`b.criticality`,
  tier: sql`b.tier`,
  lifecycle: sql`b.lifecycle`,
  ownership: sql`b.ownership`,
  signOff: sql`b.sign_off`,
  gate: sql`b.gate`,
  riskLevel: sql`b.risk_level`,
} as const satisfies Partial<Record<keyof ApiFilter, SQL>>;
export type FacetName = keyof typeof FACETS;

/** The list's rows with what the facets need, narrowed by every filter that is no facet. */
export function baseQuery(ctx: Ctx, filter: ApiFilter): SQL {
  return sql`
    SELECT a.*, coalesce(po.outcome, 'prevented') AS gate, coalesce(so.sign_off, 'missing') AS sign_off,
      so.sign_off_valid_until, so.environment AS sign_off_environment,
      CASE WHEN a.owner_team_id IS NOT NULL THEN
          CASE WHEN a.owner_confirmed_at > ${ctx.now}::timestamptz - make_interval(days => att.days) THEN 'owned' ELSE 'stale' END
        WHEN a.offered_team_id IS NOT NULL THEN 'offered' ELSE 'unowned' END AS ownership
    FROM apis a
    CROSS JOIN (SELECT (p.document->>'attestationDays')::int AS days FROM policies p WHERE p.key = 'gate' ORDER BY p.version DESC LIMIT 1) att
    LEFT JOIN posture po ON po.api_id = a.id AND po.environment = ${filter.environment ?? PRODUCTION}
    ${signOffJoin(filter.environment)}
    WHERE ${sql.join([sql`true`, ...otherConditions(ctx, filter)], sql` AND `)}`;
}

const PRODUCTION = 'production';

/**
 * Companies that call their last environment something else sign for that one: where no environment is named, an API that
 * was never signed for production shows the last enforcing environment it was signed for.
 */
function signOffJoin(environment: string | undefined): SQL {
  if (environment) return sql`LEFT JOIN posture so ON so.api_id = a.id AND so.environment = ${environment}`;
  return sql`LEFT JOIN LATERAL (
    SELECT x.environment, x.sign_off, x.sign_off_valid_until FROM posture x JOIN environments e ON e.slug = x.environment
    WHERE x.api_id = a.id AND (x.environment = ${PRODUCTION} OR (e.gate = 'enforce' AND x.sign_off <> 'missing'))
    ORDER BY x.sign_off = 'missing', x.environment = ${PRODUCTION} DESC, e."order" DESC LIMIT 1) so ON true`;
}

export function facetConditions(filter: ApiFilter, except?: FacetName): SQL {
  const parts = (Object.keys(FACETS) as FacetName[])
    .filter((name) => name !== except && filter[name]?.length)
    .map((name) => sql`${FACETS[name]} = ANY (${sql.param(filter[name])}::text[])`);
  return sql.join([sql`true`, ...parts], sql` AND `);
}

function otherConditions(ctx: Ctx, filter: ApiFilter): SQL[] {
  const parts: SQL[] = [];
  if (filter.q) parts.push(searchCondition(filter.q));
  if (filter.team?.length) parts.push(teamCondition(filter.team, filter.subtree ?? false));
  if (filter.offeredTo?.length) {
    parts.push(
      sql`a.offered_team_id IN (SELECT id FROM teams WHERE slug = ANY (${sql.param(filter.offeredTo)}::text[]))`,
    );
  }
  if (filter.owner === 'me') parts.push(teamCondition(Object.keys(ctx.actor.standing.teamRoles), false));
  if (filter.application?.length) {
    parts.push(
      sql`a.application_id IN (SELECT id FROM applications WHERE slug = ANY (${sql.param(filter.application)}::text[]))`,
    );
  }
  if (filter.tag?.length) parts.push(sql`a.tags && ${sql.param(filter.tag)}::text[]`);
  if (filter.riskMin !== undefined) parts.push(sql`a.risk_score >= ${filter.riskMin}`);
  if (filter.riskMax !== undefined) parts.push(sql`a.risk_score <= ${filter.riskMax}`);
  return parts;
}

/** The team of record, or the team an offer waits for while there is none. */
function teamCondition(slugs: string[], subtree: boolean): SQL {
  const chosen = subtree
    ? sql`t.path && ${sql.param(slugs)}::text[]`
    : sql`t.slug = ANY (${sql.param(slugs)}::text[])`;
  return sql`coalesce(a.owner_team_id, a.offered_team_id) IN (SELECT t.id FROM teams t WHERE ${chosen})`;
}

/** Words by their beginnings through the full-text index; one or two letters by the name's beginning. */
function searchCondition(q: string): SQL {
  const words = q.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return sql`false`;
  if (isShort(words)) return sql`lower(a.name) LIKE ${`${words.join(' ')}%`}`;
  const prefixes = words.map((word) => `${word}:*`).join(' & ');
  return sql`to_tsvector('simple', a.name || ' ' || replace(a.slug, '-', ' ') || ' ' || a.slug || ' ' || a.description) @@ to_tsquery('simple', ${prefixes})`;
}
