import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import type { Page } from '#lib/domain/page.ts';
import type { TeamDto, TeamMemberDto, TeamRowDto } from '#lib/domain/teams/dto.ts';
import { mayCreateTeam, mayEditTeam, mayManageMembers, mayRemoveTeam } from '#lib/domain/ownership/rights.ts';
import { IS_BLOCKED } from '../apis/api-scope.ts';
import type { Ctx } from '../context.ts';
import { countRows, keyset } from '../http/keyset.ts';
import type { ListQuery, SortColumn } from '../http/keyset.ts';
import { notFound } from '../http/problem.ts';
import { rightOf } from '../right-of.ts';
import { allOf, containing, given, texts } from '../sql/conditions.ts';

export interface TeamFilter extends ListQuery {
  q?: string;
  parent?: string;
  /** `me`: teams the person who asks is in. */
  member?: 'me';
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
}

const SORT_COLUMNS: Record<string, SortColumn> = {
  slug: { by: sql`t.slug`, type: 'text' },
  name: { by: sql`lower(t.name)`, type: 'text' },
  path: { by: sql`array_to_string(t.path, '/')`, type: 'text' },
};
const KEY = { by: sql`t.id`, type: 'uuid' } as const;

/** The tree as a flat list; every row carries its own place and what rolls up from below. */
export async function listTeams(ctx: Ctx, filter: TeamFilter): Promise<Page<TeamRowDto>> {
  const keys = keyset(filter, SORT_COLUMNS, KEY);
  const chosen = filterConditions(ctx, filter);
  const [{ rows }, total] = await Promise.all([
    ctx.db.execute<TeamRow & { sortValue: string }>(sql`
      WITH page AS (
        SELECT t.*, ${keys.by} AS "sortValue" FROM teams t WHERE ${chosen} AND ${keys.beyond}
        ORDER BY ${keys.order} LIMIT ${keys.limit})
      SELECT ${ROW_COLUMNS}, t."sortValue" FROM page t ${BELOW}
      ORDER BY t."sortValue" ${keys.direction}, t.id ${keys.direction}`),
    countRows(ctx.db, filter, sql`teams t WHERE ${chosen}`),
  ]);
  return { ...keys.page(rows, toRowDto, (row) => [row.sortValue, row.id]), total };
}

export async function getTeam(ctx: Ctx, slug: string, db: Queryable = ctx.db): Promise<TeamDto> {
  const { rows } = await db.execute<
    TeamRow & { ancestors: TeamDto['ancestors']; children: TeamDto['children']; members: TeamMemberDto[] }
  >(sql`
    SELECT ${ROW_COLUMNS}, t.version,
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
    count(*) FILTER (WHERE ${IS_BLOCKED}) AS "blockedCount"
  FROM teams s JOIN apis a ON a.owner_team_id = s.id
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

const filterConditions = (ctx: Ctx, { q, parent, member }: TeamFilter): SQL =>
  allOf(
    containing(q, sql`lower(t.name)`, sql`t.slug`),
    given(parent, (slug) => sql`t.parent_id = (SELECT id FROM teams WHERE slug = ${slug})`),
    given(member, () => sql`t.slug = ANY (${texts(Object.keys(ctx.actor.standing.teamRoles))})`),
  );
