import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import type { Page } from '#lib/domain/page.ts';
import type { TeamDto, TeamMemberDto, TeamRowDto } from '#lib/domain/teams/dto.ts';
import { mayCreateTeam, mayEditTeam, mayManageMembers, mayRemoveTeam } from '#lib/domain/ownership/rights.ts';
import type { Ctx } from '../context.ts';
import { encodeCursor, decodeCursor } from '../http/cursor.ts';
import { notFound } from '../http/problem.ts';
import { rightOf } from '../right-of.ts';

export interface TeamFilter {
  q?: string;
  parent?: string;
  /** `me`: teams the person who asks is in. */
  member?: 'me';
  sort: string;
  limit: number;
  cursor?: string;
}

interface TeamRow extends Record<string, unknown> {
  id: string;
  slug: string;
  name: string;
  parent: string | null;
  path: string[];
  version: number;
  memberCount: number;
  managerCount: number;
  approverCount: number;
  apiCount: number;
  subtreeApiCount: number;
  worstRisk: number | null;
  averageRisk: number | null;
  blockedCount: number;
  offerCount: number;
  total: number;
}

const SORT_COLUMNS: Record<string, SQL> = {
  slug: sql`t.slug`,
  name: sql`lower(t.name)`,
  path: sql`array_to_string(t.path, '/')`,
};

/** The tree as a flat list; every row carries its own place and what rolls up from below. */
export async function listTeams(ctx: Ctx, filter: TeamFilter): Promise<Page<TeamRowDto>> {
  const column = SORT_COLUMNS[filter.sort.replace(/^-/, '')]!;
  const descends = filter.sort.startsWith('-');
  const after = filter.cursor ? decodeCursor(filter.cursor, filter.sort, 2).values : null;
  const conditions = filterConditions(ctx, filter);
  const beyond = after
    ? sql`AND (${column}, t.id::text) ${descends ? sql`<` : sql`>`} (${after[0]}, ${after[1]})`
    : sql``;
  const direction = descends ? sql`DESC` : sql`ASC`;
  const { rows } = await ctx.db.execute<TeamRow & { sortValue: string }>(sql`
    WITH page AS (
      SELECT t.*, ${column} AS "sortValue", (SELECT count(*) FROM teams t WHERE ${conditions}) AS total
      FROM teams t WHERE ${conditions} ${beyond}
      ORDER BY ${column} ${direction}, t.id::text ${direction} LIMIT ${filter.limit + 1}
    )
    SELECT ${ROW_COLUMNS}, t."sortValue", t.total FROM page t ${BELOW}
    ORDER BY t."sortValue" ${direction}, t.id::text ${direction}`);
  const items = rows.slice(0, filter.limit);
  const last = items.at(-1);
  const more = rows.length > filter.limit && last;
  const total = rows[0]?.total ?? (await countTeams(ctx.db, conditions));
  return {
    items: items.map(toRowDto),
    nextCursor: more ? encodeCursor({ sort: filter.sort, values: [last.sortValue, last.id] }) : null,
    total,
  };
}

export async function getTeam(ctx: Ctx, slug: string, db: Queryable = ctx.db): Promise<TeamDto> {
  const { rows } = await db.execute<
    TeamRow & { ancestors: TeamDto['ancestors']; children: TeamDto['children']; members: TeamMemberDto[] }
  >(sql`
    SELECT ${ROW_COLUMNS}, t.version, 0 AS total,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', a.slug, 'name', a.name) ORDER BY array_length(a.path, 1)), '[]')
         FROM teams a WHERE a.slug = ANY (t.path) AND a.id <> t.id) AS ancestors,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', c.slug, 'name', c.name) ORDER BY lower(c.name)), '[]')
         FROM teams c WHERE c.parent_id = t.id) AS children,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('email', p.email, 'name', p.name, 'role', m.role, 'active', p.active)
                ORDER BY array_position(ARRAY['manager', 'approver', 'member'], m.role), lower(p.name)), '[]')
         FROM memberships m JOIN people p ON p.id = m.person_id WHERE m.team_id = t.id) AS members
    FROM teams t ${BELOW} WHERE t.slug = ${slug}`);
  const row = rows[0];
  if (!row) throw notFound(`team ${slug}`);
  const who = ctx.actor.standing;
  return {
    ...toRowDto(row),
    ancestors: row.ancestors,
    children: row.children,
    members: row.members,
    version: row.version,
    rights: {
      edit: rightOf(mayEditTeam(who, row.path)),
      manageMembers: rightOf(mayManageMembers(who, row.path)),
      addChild: rightOf(mayCreateTeam(who, row.path)),
      remove: rightOf(mayRemoveTeam(who, row.path)),
    },
  };
}

const ROW_COLUMNS = sql`
  t.id, t.slug, t.name, t.path, (SELECT p.slug FROM teams p WHERE p.id = t.parent_id) AS parent,
  (SELECT count(*) FROM memberships m WHERE m.team_id = t.id) AS "memberCount",
  (SELECT count(*) FROM memberships m WHERE m.team_id = t.id AND m.role = 'manager') AS "managerCount",
  (SELECT count(*) FROM memberships m WHERE m.team_id = t.id AND m.role = 'approver') AS "approverCount",
  (SELECT count(*) FROM apis a WHERE a.owner_team_id = t.id) AS "apiCount",
  (SELECT count(*) FROM apis a WHERE a.offered_team_id = t.id) AS "offerCount",
  below."subtreeApiCount", below."worstRisk", below."averageRisk", below."blockedCount"`;

const BELOW = sql`LEFT JOIN LATERAL (
  SELECT count(a.id) AS "subtreeApiCount", max(a.risk_score) AS "worstRisk", round(avg(a.risk_score))::int AS "averageRisk",
    count(*) FILTER (WHERE po.allowed IS FALSE) AS "blockedCount"
  FROM teams s JOIN apis a ON a.owner_team_id = s.id
  LEFT JOIN posture po ON po.api_id = a.id AND po.environment = 'production'
  WHERE s.path @> ARRAY[t.slug]
) below ON true`;

const toRowDto = (row: TeamRow): TeamRowDto => ({
  slug: row.slug,
  name: row.name,
  parent: row.parent,
  path: row.path,
  memberCount: row.memberCount,
  managerCount: row.managerCount,
  approverCount: row.approverCount,
  apiCount: row.apiCount,
  subtreeApiCount: row.subtreeApiCount,
  worstRisk: row.worstRisk,
  averageRisk: row.averageRisk,
  blockedCount: row.blockedCount,
  offerCount: row.offerCount,
});

function filterConditions(ctx: Ctx, filter: TeamFilter): SQL {
  const parts: SQL[] = [sql`true`];
  if (filter.q)
    parts.push(
      sql`(lower(t.name) LIKE ${`%${likeText(filter.q)}%`} OR t.slug LIKE ${`%${likeText(filter.q)}%`})`,
    );
  if (filter.parent) parts.push(sql`t.parent_id = (SELECT id FROM teams WHERE slug = ${filter.parent})`);
  if (filter.member === 'me')
    parts.push(sql`t.slug = ANY (${sql.param(Object.keys(ctx.actor.standing.teamRoles))}::text[])`);
  return sql.join(parts, sql` AND `);
}

const likeText = (text: string) => text.toLowerCase().replace(/[\\%_]/g, String.raw`\$&`);

async function countTeams(db: Queryable, conditions: SQL): Promise<number> {
  const { rows } = await db.execute<{ total: number }>(
    sql`SELECT count(*) AS total FROM teams t WHERE ${conditions}`,
  );
  return rows[0]!.total;
}
