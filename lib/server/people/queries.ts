import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import type { Page } from '#lib/domain/page.ts';
import type { MeDto, PersonDto } from '#lib/domain/people/dto.ts';
import type { OrganisationRole } from '#lib/domain/words.ts';
import type { Ctx } from '../context.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { notFound } from '../http/problem.ts';

export interface PersonFilter {
  q?: string;
  role?: OrganisationRole[];
  active?: boolean;
  /** Slugs; members of the team itself, not of those below. */
  team?: string[];
  sort: string;
  limit: number;
  cursor?: string;
}

export const PERSON_SORTS = ['name', 'email', 'role'] as const;

type PersonRow = PersonDto & { id: string; sortValue: string } & Record<string, unknown>;

const SORT_COLUMNS: Record<(typeof PERSON_SORTS)[number], SQL> = {
  name: sql`lower(p.name)`,
  email: sql`p.email`,
  role: sql`p.role`,
};

const COLUMNS = sql`p.id, p.email, p.name, p.role, p.active, p.version, (
  SELECT coalesce(jsonb_agg(jsonb_build_object('slug', t.slug, 'name', t.name, 'role', m.role) ORDER BY lower(t.name)), '[]')
  FROM memberships m JOIN teams t ON t.id = m.team_id WHERE m.person_id = p.id
) AS teams`;

export async function listPeople(ctx: Ctx, filter: PersonFilter): Promise<Page<PersonDto>> {
  const column = SORT_COLUMNS[filter.sort.replace(/^-/, '') as (typeof PERSON_SORTS)[number]];
  const descends = filter.sort.startsWith('-');
  const order = descends ? sql`DESC` : sql`ASC`;
  const after = filter.cursor ? decodeCursor(filter.cursor, filter.sort, 2).values : null;
  const chosen = conditions(filter);
  const beyond = after
    ? sql`AND (${column}, p.email) ${descends ? sql`<` : sql`>`} (${after[0]}, ${after[1]})`
    : sql``;
  const [page, counted] = await Promise.all([
    ctx.db
      .execute<PersonRow>(sql`SELECT ${COLUMNS}, ${column} AS "sortValue" FROM people p WHERE ${chosen} ${beyond}
      ORDER BY ${column} ${order}, p.email ${order} LIMIT ${filter.limit + 1}`),
    ctx.db.execute<{ total: number }>(sql`SELECT count(*) AS total FROM people p WHERE ${chosen}`),
  ]);
  const rows = page.rows.slice(0, filter.limit);
  const last = rows.at(-1);
  const hasMore = page.rows.length > filter.limit && last;
  return {
    items: rows.map(toDto),
    nextCursor: hasMore ? encodeCursor({ sort: filter.sort, values: [last.sortValue, last.email] }) : null,
    total: counted.rows[0]!.total,
  };
}

export async function getPerson(db: Queryable, email: string): Promise<PersonDto> {
  const { rows } = await db.execute<PersonRow>(sql`SELECT ${COLUMNS} FROM people p WHERE p.email = ${email}`);
  if (!rows[0]) throw notFound(`person ${email}`);
  return toDto(rows[0]);
}

/** Whoever asks: the person with today's teams, or the service account with its scopes. */
export async function getMe({ actor, db }: Ctx): Promise<MeDto> {
  const { standing } = actor;
  if (standing.kind !== 'person') {
    const { name, scopes } = standing;
    return {
      kind: 'service',
      email: name,
      name: actor.displayName,
      role: 'service',
      teams: [],
      scopes: [...scopes],
    };
  }
  const { email, name, role, teams } = await getPerson(db, standing.name);
  return { kind: 'person', email, name, role, teams, scopes: [] };
}

const toDto = ({ email, name, role, active, teams, version }: PersonRow): PersonDto => ({
  email,
  name,
  role,
  active,
  teams,
  version,
});

function conditions({ q, role, active, team }: PersonFilter): SQL {
  const parts: SQL[] = [sql`true`];
  if (q) parts.push(sql`(lower(p.name) LIKE ${likeText(q)} OR p.email LIKE ${likeText(q)})`);
  if (role) parts.push(sql`p.role = ANY (${sql.param(role)}::text[])`);
  if (active !== undefined) parts.push(sql`p.active = ${active}`);
  if (team) {
    parts.push(sql`EXISTS (SELECT 1 FROM memberships m JOIN teams t ON t.id = m.team_id
      WHERE m.person_id = p.id AND t.slug = ANY (${sql.param(team)}::text[]))`);
  }
  return sql.join(parts, sql` AND `);
}

const likeText = (text: string) => `%${text.toLowerCase().replace(/[\\%_]/g, String.raw`\$&`)}%`;
