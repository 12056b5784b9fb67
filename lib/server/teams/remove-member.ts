import { and, eq, inArray } from 'drizzle-orm';
import { people } from '#db/schema/people.ts';
import { memberships } from '#db/schema/teams.ts';
import { mayManageMembers } from '#lib/domain/ownership/rights.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { notFound, refuse } from '../http/problem.ts';
import { refreshPostureOfTeams } from '../posture/refresh-posture.ts';
import { transact } from '../transact.ts';
import { loadTeamForUpdate } from './load-team.ts';

/** From the commit on the person has no right of the team, whatever session or token is used. */
export async function removeMember(ctx: Ctx, slug: string, email: string): Promise<void> {
  await transact(ctx, async (tx) => {
    const team = await loadTeamForUpdate(tx, slug);
    refuse(mayManageMembers(ctx.actor.standing, team.path));
    const person = tx.select({ id: people.id }).from(people).where(eq(people.email, email));
    const removed = await tx
      .delete(memberships)
      .where(and(eq(memberships.teamId, team.id), inArray(memberships.personId, person)))
      .returning({ role: memberships.role });
    if (removed.length === 0) throw notFound(`member ${email} in ${slug}`);
    await audit(tx, ctx, {
      action: 'team.member-removed',
      subjects: [slug, email],
      data: { before: removed[0]!.role },
    });
    await refreshPostureOfTeams(tx, ctx, [slug]);
  });
}
