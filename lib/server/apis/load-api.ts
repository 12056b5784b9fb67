import { eq, sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '#db/client.ts';
import { apis } from '#db/schema/apis.ts';
import { people } from '#db/schema/people.ts';
import { teams } from '#db/schema/teams.ts';
import type { ApiPlace } from '#lib/domain/ownership/capacities.ts';
import { notFound } from '../http/problem.ts';

export type ApiRecord = typeof apis.$inferSelect;

/** An API and what rights over it are judged by. */
export interface PlacedApi {
  api: ApiRecord;
  place: ApiPlace;
}

export async function loadApi(db: Queryable, slug: string): Promise<PlacedApi> {
  const [api] = await db.select().from(apis).where(eq(apis.slug, slug));
  if (!api) throw notFound(`API ${slug}`);
  return { api, place: await placeOf(db, api) };
}

/** Locks the row: its owner cannot change between the decision and the commit. Others may still refer to it. */
export async function loadApiForUpdate(tx: Transaction, slug: string): Promise<PlacedApi> {
  const [api] = await tx.select().from(apis).where(eq(apis.slug, slug)).for('no key update');
  if (!api) throw notFound(`API ${slug}`);
  return { api, place: await placeOf(tx, api) };
}

/** For steps that only need the owner to stay and write nothing about the API itself: several may run at the same time. */
export async function loadApiForShare(tx: Transaction, slug: string): Promise<PlacedApi> {
  const [api] = await tx.select().from(apis).where(eq(apis.slug, slug)).for('share');
  if (!api) throw notFound(`API ${slug}`);
  return { api, place: await placeOf(tx, api) };
}

async function placeOf(db: Queryable, api: ApiRecord): Promise<ApiPlace> {
  const path = (teamId: string | null) =>
    sql<string[] | null>`(SELECT ${teams.path} FROM ${teams} WHERE ${teams.id} = ${teamId})`;
  const [row] = await db
    .select({
      registeredBy: sql<
        string | null
      >`(SELECT ${people.email} FROM ${people} WHERE ${people.id} = ${api.registeredBy})`,
      ownerPath: path(api.ownerTeamId),
      offeredPath: path(api.offeredTeamId),
    })
    .from(sql`(SELECT 1) one`);
  return {
    registeredBy: row!.registeredBy,
    state: api.ownerTeamId ? 'accepted' : api.offeredTeamId ? 'offered' : 'none',
    ownerPath: row!.ownerPath ?? [],
    offeredPath: row!.offeredPath ?? [],
  };
}
