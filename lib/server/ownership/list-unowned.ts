import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { UNOWNED_KINDS } from '#lib/domain/ownership/dto.ts';
import type { UnownedKind, UnownedRowDto } from '#lib/domain/ownership/dto.ts';
import type { Page } from '#lib/domain/page.ts';
import type { RiskLevel, Tier } from '#lib/domain/words.ts';
import { ATTESTATION } from '../apis/api-filter.ts';
import type { Ctx } from '../context.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { isoOrNull } from '../iso.ts';
import { TEAM_TREE } from './team-tree.ts';

export interface UnownedQuery {
  q?: string;
  kind?: UnownedKind[];
  /** Rows whose inbox is this team. */
  inbox?: string;
  sort: string;
  limit: number;
  cursor?: string;
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

const GAPS = (ctx: Ctx) => sql`
  SELECT a.id, a.slug, a.name, a.tier, a.risk_score, a.risk_level, t.slug AS team, t.name AS team_name,
    t.inbox, t.inbox_name, a.registered_by,
    CASE WHEN a.owner_team_id IS NULL AND a.offered_team_id IS NULL THEN 'no-team'
      WHEN a.owner_team_id IS NULL THEN 'offered'
      WHEN NOT t.can_act THEN 'nobody-eligible'
      WHEN a.owner_confirmed_at <= ${ctx.now}::timestamptz - make_interval(days => att.days) THEN 'stale' END AS kind,
    coalesce(CASE WHEN a.owner_team_id IS NULL THEN a.offered_at ELSE a.owner_confirmed_at END, a.created_at) AS since
  FROM apis a CROSS JOIN ${ATTESTATION} att LEFT JOIN tree t ON t.id = coalesce(a.owner_team_id, a.offered_team_id)
  WHERE a.lifecycle <> 'retired'`;

const SORT_COLUMNS: Record<string, { by: SQL; type: SQL }> = {
  risk: { by: sql`g.risk_score`, type: sql`int` },
  name: { by: sql`lower(g.name)`, type: sql`text` },
  since: { by: sql`g.since`, type: sql`timestamptz` },
};

export async function listUnowned(ctx: Ctx, query: UnownedQuery): Promise<UnownedPage> {
  const { by, type } = SORT_COLUMNS[query.sort.replace(/^-/, '')]!;
  const descends = query.sort.startsWith('-');
  const after = query.cursor ? decodeCursor(query.cursor, query.sort, 2).values : null;
  const order = descends ? sql`DESC` : sql`ASC`;
  const narrow = sql.join([sql`g.kind IS NOT NULL`, ...conditions(query)], sql` AND `);
  const kind = query.kind?.length ? sql`AND g.kind = ANY (${sql.param(query.kind)}::text[])` : sql``;
  const beyond = after
    ? sql`AND (${by}, g.id) ${descends ? sql`<` : sql`>`} (${after[0]}::${type}, ${after[1]}::uuid)`
    : sql``;
  const [page, counted] = await Promise.all([
    ctx.db.execute<Row>(sql`${TEAM_TREE}
      SELECT g.id, g.slug, g.name, g.tier, g.risk_score, g.risk_level, g.team, g.team_name, g.inbox, g.inbox_name, g.kind, g.since,
        (SELECT p.email FROM people p WHERE p.id = g.registered_by) AS registered_by, ${by}::text AS sort_value
      FROM (${GAPS(ctx)}) g WHERE ${narrow} ${kind} ${beyond} ORDER BY ${by} ${order}, g.id ${order} LIMIT ${query.limit + 1}`),
    ctx.db.execute<{ kind: UnownedKind; count: number }>(
      sql`${TEAM_TREE} SELECT g.kind, count(*) AS count FROM (${GAPS(ctx)}) g WHERE ${narrow} GROUP BY 1`,
    ),
  ]);
  const countOf = (name: UnownedKind) => counted.rows.find((row) => row.kind === name)?.count ?? 0;
  const counts = Object.fromEntries(UNOWNED_KINDS.map((name) => [name, countOf(name)])) as Record<
    UnownedKind,
    number
  >;
  const shown: readonly UnownedKind[] = query.kind?.length ? query.kind : UNOWNED_KINDS;
  const items = page.rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map(toDto),
    nextCursor:
      page.rows.length > query.limit && last
        ? encodeCursor({ sort: query.sort, values: [last.sort_value, last.id] })
        : null,
    total: [...new Set(shown)].reduce((sum: number, name) => sum + counts[name], 0),
    counts,
    facets: { kind: UNOWNED_KINDS.map((value) => ({ value, count: counts[value] })) },
  };
}

function conditions({ q, inbox }: UnownedQuery): SQL[] {
  const pattern = q ? `%${q.toLowerCase().replace(/[\\%_]/g, String.raw`\$&`)}%` : null;
  return [
    ...(pattern ? [sql`(lower(g.name) LIKE ${pattern} OR g.slug LIKE ${pattern})`] : []),
    ...(inbox ? [sql`g.inbox = ${inbox}`] : []),
  ];
}

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
