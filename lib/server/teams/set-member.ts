import { and, eq } from 'drizzle-orm';
import { people } from '#db/schema/people.ts';
import { memberships } from '#db/schema/teams.ts';
import type { TeamMemberDto } from '#lib/domain/teams/dto.ts';
import { mayManageMembers } from '#lib/domain/ownership/rights.ts';
import type { TeamRole } from '#lib/domain/words.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { notFound, refuse } from '../http/problem.ts';
import { refreshPostureOfTeams } from '../posture/refresh-posture.ts';
import { transact } from '../transact.ts';
import { loadTeamForUpdate } from './load-team.ts';

export interface SetMemberResult extends TeamMemberDto {
  /** The person was no member before. */
  added: boolean;
}

export async function setMember(
  ctx: Ctx,
  slug: string,
  email: string,
  role: TeamRole,
): Promise<SetMemberResult> {
  return transact(ctx, async (tx) => {
    const team = await loadTeamForUpdate(tx, slug);
    refuse(mayManageMembers(ctx.actor.standing, team.path));
    const [person] = await tx.select().from(people).where(eq(people.email, email));
    if (!person) throw notFound(`person ${email}`);
    const [before] = await tx
      .select({ role: memberships.role })
      .from(memberships)
      .where(and(eq(memberships.teamId, team.id), eq(memberships.personId, person.id)));
    await tx
      .insert(memberships)
      .values({ teamId: team.id, personId: person.id, role })
      .onConflictDoUpdate({ target: [memberships.teamId, memberships.personId], set: { role } });
    await audit(tx, ctx, {
      action: before ? 'team.member-changed' : 'team.member-added',
      subjects: [slug, email],
      data: { before: before?.role ?? null, after: role },
    });
    await refreshPostureOfTeams(tx, ctx, [slug]);
    return { email, name: person.name, role, active: person.active, added: !before };
  });
}
