import { eq } from 'drizzle-orm';
import type { Queryable, Transaction } from '#db/client.ts';
import { teams } from '#db/schema/teams.ts';
import { notFound } from '../http/problem.ts';

export type TeamRecord = typeof teams.$inferSelect;

export async function findTeam(db: Queryable, slug: string): Promise<TeamRecord | null> {
  const [team] = await db.select().from(teams).where(eq(teams.slug, slug));
  return team ?? null;
}

export async function loadTeam(db: Queryable, slug: string): Promise<TeamRecord> {
  const team = await findTeam(db, slug);
  if (!team) throw notFound(`team ${slug}`);
  return team;
}

/** Locks the row: what is decided on it cannot change before the commit. */
export async function loadTeamForUpdate(tx: Transaction, slug: string): Promise<TeamRecord> {
  const [team] = await tx.select().from(teams).where(eq(teams.slug, slug)).for('update');
  if (!team) throw notFound(`team ${slug}`);
  return team;
}
