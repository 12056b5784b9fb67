import { eq, or, sql } from 'drizzle-orm';
import { apis, applications, ownershipTerms } from '#db/schema/apis.ts';
import { memberships, teams } from '#db/schema/teams.ts';
import { mayRemoveTeam } from '#lib/domain/ownership/rights.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { conflict, refuse } from '../http/problem.ts';
import { transact } from '../transact.ts';
import { loadTeamForUpdate } from './load-team.ts';

/** Only a team that nothing hangs on can go; its name in the history stays. */
export async function removeTeam(ctx: Ctx, slug: string): Promise<void> {
  await transact(ctx, async (tx) => {
    const team = await loadTeamForUpdate(tx, slug);
    refuse(mayRemoveTeam(ctx.actor.standing, team.path));
    const [uses] = await tx
      .select({
        children: sql<number>`(SELECT count(*) FROM ${teams} c WHERE c.parent_id = ${team.id})`,
        apis: tx.$count(apis, or(eq(apis.ownerTeamId, team.id), eq(apis.offeredTeamId, team.id))),
        applications: tx.$count(applications, eq(applications.teamId, team.id)),
        terms: tx.$count(ownershipTerms, eq(ownershipTerms.teamId, team.id)),
      })
      .from(teams)
      .where(eq(teams.id, team.id));
    if (uses && uses.children > 0)
      throw conflict('team.has-children', `Move or remove the teams below ${slug} first.`);
    if (uses && uses.apis > 0)
      throw conflict(
        'team.owns-apis',
        `Hand over the APIs of ${slug} first; removing it would leave them without an owner.`,
      );
    if (uses && uses.applications > 0)
      throw conflict('team.has-applications', `Give the applications of ${slug} to another team first.`);
    if (uses && uses.terms > 0)
      throw conflict('team.has-history', `${slug} owned APIs once; the history needs it. Rename it instead.`);
    await tx.delete(memberships).where(eq(memberships.teamId, team.id));
    await tx.delete(teams).where(eq(teams.id, team.id));
    await audit(tx, ctx, {
      action: 'team.removed',
      subjects: [slug],
      data: { name: team.name, path: team.path },
    });
  });
}
