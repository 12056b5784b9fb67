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
import { inApplications, inTeams } from './api-scope.ts';
import { isShort } from './search-terms.ts';
import type { Ctx } from '../context.ts';
import { ATTESTATION, ownershipOf } from '../ownership/ownership-state.ts';

export interface ApiFilter {
  q?: string;
  team?: string[];
  subtree?: boolean;
  /** Teams that an offer waits for, whether or not another team owns the API. */
  offeredTo?: string[];
  /** `me`: APIs of teams the person who asks is in, and of all teams below those they manage. */
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
  /** The end of the sign-off, as shown, from then on. */
  expiresFrom?: Date;
  /** Exclusive. */
  expiresTo?: Date;
  /** Without it: production, and for the sign-off of an API never signed there, where it was signed. */
  environment?: string;
}

/** Filters whose values are counted beside the list, in the order of the document. */
export const FACETS = [
  'kind',
  'exposure',
  'dataClass',
  'criticality',
  'tier',
  'lifecycle',
  'ownership',
  'signOff',
  'gate',
  'riskLevel',
] as const satisfies readonly (keyof ApiFilter)[];
export type FacetName = (typeof FACETS)[number];

/** What the list reads: the APIs `a`, and where another environment is asked for its posture `po`. */
export interface ApiSource {
  from: SQL;
  facets: Record<FacetName, SQL>;
  signOffValidUntil: SQL;
  signOffEnvironment: SQL;
}

export function apiSource(ctx: Ctx, { environment }: Pick<ApiFilter, 'environment'>): ApiSource {
  const ofEnvironment = environment !== undefined;
  return {
    from: sql`apis a CROSS JOIN ${ATTESTATION} att ${
      ofEnvironment
        ? sql`LEFT JOIN posture po ON po.api_id = a.id AND po.environment = ${environment}`
        : sql``
    }`,
    facets: {
      kind: sql`a.kind`,
      exposure: sql`a.exposure`,
      dataClass: sql`a.data_class`,
      criticality: sql`a.criticality`,
      tier: sql`a.tier`,
      lifecycle: sql`a.lifecycle`,
      ownership: ownershipOf(ctx),
      signOff: ofEnvironment ? sql`coalesce(po.sign_off, 'missing')` : sql`a.sign_off`,
      gate: ofEnvironment ? sql`coalesce(po.outcome, 'prevented')` : sql`a.gate`,
      riskLevel: sql`a.risk_level`,
    },
    signOffValidUntil: ofEnvironment ? sql`po.sign_off_valid_until` : sql`a.sign_off_valid_until`,
    signOffEnvironment: ofEnvironment ? sql`po.environment` : sql`a.sign_off_environment`,
  };
}

export function facetConditions(filter: ApiFilter, columns: Record<FacetName, SQL>, except?: FacetName): SQL {
  const parts = FACETS.filter((name) => name !== except && filter[name]?.length).map(
    (name) => sql`${columns[name]} = ANY (${sql.param(filter[name])}::text[])`,
  );
  return sql.join([sql`true`, ...parts], sql` AND `);
}

/** Every filter that is no facet. */
export function otherConditions(
  ctx: Ctx,
  filter: ApiFilter,
  { signOffValidUntil }: Pick<ApiSource, 'signOffValidUntil'>,
): SQL {
  const parts: SQL[] = [];
  if (filter.q) parts.push(searchCondition(filter.q));
  if (filter.team?.length) parts.push(inTeams(filter.team, filter.subtree ?? false));
  if (filter.offeredTo?.length) {
    parts.push(
      sql`a.offered_team_id IN (SELECT id FROM teams WHERE slug = ANY (${sql.param(filter.offeredTo)}::text[]))`,
    );
  }
  if (filter.owner === 'me') parts.push(ownersCondition(ctx));
  if (filter.application?.length) parts.push(inApplications(filter.application));
  if (filter.tag?.length) parts.push(sql`a.tags && ${sql.param(filter.tag)}::text[]`);
  if (filter.riskMin !== undefined) parts.push(sql`a.risk_score >= ${filter.riskMin}`);
  if (filter.riskMax !== undefined) parts.push(sql`a.risk_score <= ${filter.riskMax}`);
  if (filter.expiresFrom) parts.push(sql`${signOffValidUntil} >= ${filter.expiresFrom}`);
  if (filter.expiresTo) parts.push(sql`${signOffValidUntil} < ${filter.expiresTo}`);
  return sql.join([sql`true`, ...parts], sql` AND `);
}

/** Managers act for the whole tree below their team, everybody else for the team alone. */
function ownersCondition({ actor }: Ctx): SQL {
  const roles = Object.entries(actor.standing.teamRoles);
  const managed = roles.flatMap(([team, role]) => (role === 'manager' ? [team] : []));
  const all = roles.map(([team]) => team);
  return sql`(${inTeams(all, false)} OR ${inTeams(managed, true)})`;
}

/** Words by their beginnings through the full-text index; a single letter by the name's beginning. */
function searchCondition(q: string): SQL {
  const words = q.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return sql`false`;
  if (isShort(words)) return sql`lower(a.name) LIKE ${`${words.join(' ')}%`}`;
  const prefixes = words.map((word) => `${word}:*`).join(' & ');
  return sql`${SEARCHED} @@ to_tsquery('simple', ${prefixes})`;
}

/** As the index has it. Whatever joins words is a space: the parser would keep `orders/v2` or `api.example.com` whole. */
const SEARCHED = sql`to_tsvector('simple', translate(a.name || ' ' || a.slug || ' ' || a.description, '-_./:@+&?#=%~', '             '))`;
