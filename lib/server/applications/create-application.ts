import { newId } from '#db/new-id.ts';
import { applications } from '#db/schema/apis.ts';
import type { ApplicationDto } from '#lib/domain/applications/dto.ts';
import { mayRegister } from '#lib/domain/ownership/registering.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { conflict, refuse } from '../http/problem.ts';
import { loadTeam } from '../teams/load-team.ts';
import { transact } from '../transact.ts';
import { newApplication } from './queries.ts';

export interface ApplicationInput {
  slug: string;
  name: string;
  description?: string;
  team?: string | null;
}

/** Whoever may register an API for a team may group APIs for it. */
export async function createApplication(ctx: Ctx, input: ApplicationInput): Promise<ApplicationDto> {
  return transact(ctx, async (tx) => {
    const team = input.team ? await loadTeam(tx, input.team) : null;
    refuse(mayRegister(ctx.actor.standing, team?.path ?? null));
    const made = await tx
      .insert(applications)
      .values({
        id: newId(ctx.now.getTime()),
        slug: input.slug,
        name: input.name,
        description: input.description ?? '',
        teamId: team?.id ?? null,
      })
      .onConflictDoNothing({ target: applications.slug })
      .returning({ id: applications.id });
    if (made.length === 0)
      throw conflict('application.slug-taken', `There is already an application ${input.slug}.`);
    await audit(tx, ctx, {
      action: 'application.created',
      subjects: [input.slug, ...(team ? [team.slug] : [])],
      data: { name: input.name },
    });
    return newApplication(tx, input.slug);
  });
}
