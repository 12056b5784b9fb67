import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { people, sessions } from '#db/schema/people.ts';
import { mayChangePerson } from '#lib/domain/people/change-person.ts';
import type { PersonDto } from '#lib/domain/people/dto.ts';
import type { OrganisationRole } from '#lib/domain/words.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { expectedVersion, staleWrite } from '../http/etag.ts';
import { notFound, refuse } from '../http/problem.ts';
import { refreshPostureOfTeams } from '../posture/refresh-posture.ts';
import { transact } from '../transact.ts';
import { getPerson } from './queries.ts';

export interface PersonChange {
  name?: string;
  role?: OrganisationRole;
  active?: boolean;
}

type PersonRecord = typeof people.$inferSelect;

/** Rights are read afresh with every request, so whoever is deactivated is out at the next one, with any credential. */
export async function changePerson(
  ctx: Ctx,
  email: string,
  change: PersonChange,
  ifMatch: string | null,
): Promise<PersonDto> {
  return transact(ctx, async (tx) => {
    const { before, otherAdmins } = await loadForUpdate(tx, email);
    const { name = before.name, role = before.role, active = before.active } = change;
    const after = { name, role, active };
    refuse(mayChangePerson(ctx.actor.standing, before, after, otherAdmins));
    const version = expectedVersion(ifMatch, before.version);
    const written = await tx
      .update(people)
      .set({ ...after, version: version + 1 })
      .where(and(eq(people.id, before.id), eq(people.version, version)))
      .returning({ id: people.id });
    if (written.length === 0) throw staleWrite();
    const endedSessions = active ? 0 : await endSessions(tx, ctx, before.id);
    await audit(tx, ctx, {
      action: actionOf(before, after),
      subjects: [email],
      data: { before: { name: before.name, role: before.role, active: before.active }, after, endedSessions },
    });
    const hasOtherRights = role !== before.role || active !== before.active;
    const changed = await getPerson(tx, email);
    if (hasOtherRights)
      await refreshPostureOfTeams(
        tx,
        ctx,
        changed.teams.map((team) => team.slug),
      );
    return changed;
  });
}

/** Every active administrator is locked, in one order: two of them cannot remove each other at the same moment. */
async function loadForUpdate(
  tx: Transaction,
  email: string,
): Promise<{ before: PersonRecord; otherAdmins: number }> {
  const rows = await tx
    .select()
    .from(people)
    .where(sql`${people.email} = ${email} OR (${people.role} = 'admin' AND ${people.active})`)
    .orderBy(people.id)
    .for('update');
  const before = rows.find((row) => row.email === email);
  if (!before) throw notFound(`person ${email}`);
  return {
    before,
    otherAdmins: rows.filter((row) => row !== before && row.role === 'admin' && row.active).length,
  };
}

async function endSessions(tx: Transaction, ctx: Ctx, personId: string): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: ctx.now })
    .where(and(eq(sessions.personId, personId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  return ended.length;
}

function actionOf(before: PersonRecord, after: { active: boolean }): string {
  if (before.active === after.active) return 'person.changed';
  return after.active ? 'person.reactivated' : 'person.deactivated';
}
