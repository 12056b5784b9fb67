import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import type { Page } from '#lib/domain/page.ts';
import type { MeDto, PersonDto } from '#lib/domain/people/dto.ts';
import type { OrganisationRole } from '#lib/domain/words.ts';
import type { Ctx } from '../context.ts';
import { countRows, keyset } from '../http/keyset.ts';
import type { ListQuery, SortColumn } from '../http/keyset.ts';
import { notFound } from '../http/problem.ts';
import { allOf, containing, given, oneOf, texts } from '../sql/conditions.ts';

export interface PersonFilter extends ListQuery {
  q?: string;
  role?: OrganisationRole[];
  active?: boolean;
  /** Slugs; members of the team itself, not of those below. */
  team?: string[];
}

export const PERSON_SORTS = ['name', 'email', 'role'] as const;

type PersonRow = PersonDto & { id: string; sortValue: string } & Record<string, unknown>;

const SORT_COLUMNS: Record<(typeof PERSON_SORTS)[number], SortColumn> = {
  name: { by: sql`lower(p.name)`, type: 'text' },
  email: { by: sql`p.email`, type: 'text' },
  role: { by: sql`p.role`, type: 'text' },
};
const KEY = { by: sql`p.id`, type: 'uuid' } as const;

const COLUMNS = sql`p.id, p.email, p.name, p.role, p.active, p.version, (
  SELECT coalesce(jsonb_agg(jsonb_build_object('slug', t.slug, 'name', t.name, 'role', m.role) ORDER BY lower(t.name)), '[]')
  FROM memberships m JOIN teams t ON t.id = m.team_id WHERE m.person_id = p.id
) AS teams`;

export async function listPeople(ctx: Ctx, filter: PersonFilter): Promise<Page<PersonDto>> {
  const keys = keyset(filter, SORT_COLUMNS, KEY);
  const chosen = conditions(filter);
  const [{ rows }, total] = await Promise.all([
    ctx.db
      .execute<PersonRow>(sql`SELECT ${COLUMNS}, ${keys.by}::text AS "sortValue" FROM people p WHERE ${chosen} AND ${keys.beyond}
      ORDER BY ${keys.order} LIMIT ${keys.limit}`),
    countRows(ctx.db, filter, sql`people p WHERE ${chosen}`),
  ]);
  return { ...keys.page(rows, toDto, (row) => [row.sortValue, row.id]), total };
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

const conditions = ({ q, role, active, team }: PersonFilter): SQL =>
  allOf(
    containing(q, sql`lower(p.name)`, sql`p.email`),
    oneOf(sql`p.role`, role),
    given(active, (is) => sql`p.active = ${is}`),
    given(
      team,
      (slugs) => sql`EXISTS (SELECT 1 FROM memberships m JOIN teams t ON t.id = m.team_id
        WHERE m.person_id = p.id AND t.slug = ANY (${texts(slugs)}))`,
    ),
  );
