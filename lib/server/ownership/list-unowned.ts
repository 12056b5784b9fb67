import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { UNOWNED_KINDS } from '#lib/domain/ownership/dto.ts';
import type { UnownedKind, UnownedRowDto } from '#lib/domain/ownership/dto.ts';
import type { Page } from '#lib/domain/page.ts';
import type { RiskLevel, Tier } from '#lib/domain/words.ts';
import { inApplications, inTeams, teamOf } from '../apis/api-scope.ts';
import type { Ctx } from '../context.ts';
import { keyset } from '../http/keyset.ts';
import type { ListQuery, SortColumn } from '../http/keyset.ts';
import { isoOrNull } from '../iso.ts';
import { allOf, containing, given, oneOf } from '../sql/conditions.ts';
import { ATTESTATION, isConfirmed } from './ownership-state.ts';
import { NOBODY_CAN_ACT, TEAM_TREE } from './team-tree.ts';

export interface UnownedQuery extends ListQuery {
  q?: string;
  kind?: UnownedKind[];
  /** Rows whose inbox is this team. */
  inbox?: string;
  /** That the API counts for. */
  team?: string[];
  subtree?: boolean;
  application?: string[];
}

export interface UnownedPage extends Page<UnownedRowDto> {
  counts: Record<UnownedKind, number>;
  /** As the facets of other lists: under every filter but the kind itself. */
  facets: { kind: { value: UnownedKind; count: number }[] };
}

interface Row extends Record<string, unknown> {
  id: string;
  slug: string;
  name: string;
  kind: UnownedKind;
  team: string | null;
  team_name: string | null;
  inbox: string | null;
  inbox_name: string | null;
  since: string | null;
  tier: Tier;
  risk_score: number;
  risk_level: RiskLevel;
  registered_by: string | null;
  sort_value: string;
}

const GAPS = (ctx: Ctx, query: UnownedQuery) => sql`
  SELECT a.id, a.slug, a.name, a.tier, a.risk_score, a.risk_level, t.slug AS team, t.name AS team_name,
    t.inbox, t.inbox_name, a.registered_by,
    CASE WHEN a.owner_team_id IS NULL AND a.offered_team_id IS NULL THEN 'no-team'
      WHEN a.owner_team_id IS NULL THEN 'offered'
      WHEN ${NOBODY_CAN_ACT} THEN 'nobody-eligible'
      WHEN NOT ${isConfirmed(ctx)} THEN 'stale' END AS kind,
    coalesce(CASE WHEN a.owner_team_id IS NULL THEN a.offered_at ELSE a.owner_confirmed_at END, a.created_at) AS since
  FROM apis a CROSS JOIN ${ATTESTATION} att LEFT JOIN tree t ON t.id = ${teamOf(sql`a`)}
  WHERE a.lifecycle <> 'retired' AND ${ofScope(query)}`;

const SORT_COLUMNS: Record<string, SortColumn> = {
  risk: { by: sql`g.risk_score`, type: 'int' },
  name: { by: sql`lower(g.name)`, type: 'text' },
  since: { by: sql`g.since`, type: 'timestamptz' },
};
const KEY = { by: sql`g.id`, type: 'uuid' } as const;

export async function listUnowned(ctx: Ctx, query: UnownedQuery): Promise<UnownedPage> {
  const keys = keyset(query, SORT_COLUMNS, KEY);
  const narrow = conditions(query);
  const kinds = new Set<UnownedKind>(query.kind?.length ? query.kind : UNOWNED_KINDS);
  const [{ rows }, counts] = await Promise.all([
    ctx.db.execute<Row>(sql`${TEAM_TREE}
      SELECT g.id, g.slug, g.name, g.tier, g.risk_score, g.risk_level, g.team, g.team_name, g.inbox, g.inbox_name, g.kind, g.since,
        (SELECT p.email FROM people p WHERE p.id = g.registered_by) AS registered_by, ${keys.by}::text AS sort_value
      FROM (${GAPS(ctx, query)}) g WHERE ${allOf(narrow, oneOf(sql`g.kind`, query.kind), keys.beyond)} ORDER BY ${keys.order} LIMIT ${keys.limit}`),
    countKinds(ctx, query, narrow),
  ]);
  return {
    ...keys.page(rows, toDto, (row) => [row.sort_value, row.id]),
    total: [...kinds].reduce((sum, name) => sum + counts[name], 0),
    counts,
    facets: { kind: UNOWNED_KINDS.map((value) => ({ value, count: counts[value] })) },
  };
}

async function countKinds(ctx: Ctx, query: UnownedQuery, narrow: SQL): Promise<UnownedPage['counts']> {
  const none = Object.fromEntries(UNOWNED_KINDS.map((kind) => [kind, 0])) as UnownedPage['counts'];
  if (query.isExport) return none;
  const { rows } = await ctx.db.execute<{ kind: UnownedKind; count: number }>(
    sql`${TEAM_TREE} SELECT g.kind, count(*) AS count FROM (${GAPS(ctx, query)}) g WHERE ${narrow} GROUP BY 1`,
  );
  return { ...none, ...Object.fromEntries(rows.map(({ kind, count }) => [kind, count])) };
}

const ofScope = ({ team, subtree = false, application }: UnownedQuery): SQL =>
  allOf(
    given(team, (slugs) => inTeams(slugs, subtree)),
    given(application, inApplications),
  );

const conditions = ({ q, inbox }: UnownedQuery): SQL =>
  allOf(
    sql`g.kind IS NOT NULL`,
    containing(q, sql`lower(g.name)`, sql`g.slug`),
    given(inbox, (slug) => sql`g.inbox = ${slug}`),
  );

const toDto = (row: Row): UnownedRowDto => ({
  api: row.slug,
  name: row.name,
  kind: row.kind,
  team: row.team,
  teamName: row.team_name,
  inbox: row.inbox,
  inboxName: row.inbox_name,
  since: isoOrNull(row.since),
  tier: row.tier,
  risk: { score: row.risk_score, level: row.risk_level },
  registeredBy: row.registered_by,
});
