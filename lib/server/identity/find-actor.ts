import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import type { OrganisationRole, Scope, TeamRole } from '#lib/domain/words.ts';
import type { Actor } from '../context.ts';
import { hashToken } from '../secrets.ts';

interface PersonRow extends Record<string, unknown> {
  id: string;
  email: string;
  name: string;
  role: OrganisationRole;
  teams: Record<string, TeamRole> | null;
  service_id: string | null;
  slug: string | null;
  scopes: Scope[] | null;
}

const TEAMS = sql`(
  SELECT jsonb_object_agg(t.slug, m.role) FROM memberships m JOIN teams t ON t.id = m.team_id WHERE m.person_id = p.id
) AS teams`;

/** Asked with every request of a pipeline: a statement that PostgreSQL keeps the plan of. */
const prepareByToken = (db: Queryable) =>
  db
    .select({
      row: sql<string>`(SELECT row_to_json(x)::text FROM (
        SELECT p.id, p.email, p.name, p.role, ${TEAMS}, s.id AS service_id, s.slug, s.scopes
        FROM tokens k
        LEFT JOIN people p ON p.id = k.person_id AND p.active
        LEFT JOIN service_accounts s ON s.id = k.service_account_id AND s.active
        WHERE k.hash = ${sql.placeholder('hash')} AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())) x)`,
    })
    .from(sql`(SELECT 1) one`)
    .prepare('actor_by_token');

const known = new WeakMap<Queryable, ReturnType<typeof prepareByToken>>();

/** One query: token, person or service account, and the person's team roles as they are now. */
export async function findActorByToken(db: Queryable, token: string): Promise<Actor | null> {
  const statement = known.get(db) ?? prepareByToken(db);
  known.set(db, statement);
  const [answer] = await statement.execute({ hash: hashToken(token) });
  return answer?.row ? toActor(JSON.parse(answer.row) as PersonRow) : null;
}

export function findActorBySession(db: Queryable, sessionId: string): Promise<Actor | null> {
  return findPerson(
    db,
    sql`JOIN sessions s ON s.person_id = p.id
    WHERE s.id = ${sessionId} AND s.revoked_at IS NULL AND s.expires_at > now() AND p.active`,
  );
}

/** For sign-in and the command line, which know a person by another way than a credential. */
export function findActorByEmail(db: Queryable, email: string): Promise<Actor | null> {
  return findPerson(db, sql`WHERE p.email = ${email.toLowerCase()} AND p.active`);
}

async function findPerson(db: Queryable, where: SQL): Promise<Actor | null> {
  const { rows } = await db.execute<PersonRow>(
    sql`SELECT p.id, p.email, p.name, p.role, ${TEAMS}, NULL AS service_id, NULL AS slug, NULL AS scopes FROM people p ${where}`,
  );
  return rows[0] ? toActor(rows[0]) : null;
}

function toActor(row: PersonRow): Actor | null {
  if (row.service_id && row.slug) {
    const standing = {
      kind: 'service',
      name: row.slug,
      role: null,
      scopes: row.scopes ?? [],
      teamRoles: {},
    } as const;
    return { id: row.service_id, displayName: row.slug, standing };
  }
  if (!row.id) return null;
  const standing = {
    kind: 'person',
    name: row.email,
    role: row.role,
    scopes: [],
    teamRoles: row.teams ?? {},
  } as const;
  return { id: row.id, displayName: row.name, standing };
}
