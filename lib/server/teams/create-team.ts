import { newId } from '#db/new-id.ts';
import { teams } from '#db/schema/teams.ts';
import type { TeamDto } from '#lib/domain/teams/dto.ts';
import { mayCreateTeam } from '#lib/domain/ownership/rights.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { conflict, refuse } from '../http/problem.ts';
import { transact } from '../transact.ts';
import { loadTeam } from './load-team.ts';
import { getTeam } from './queries.ts';

export interface CreateTeamInput {
  slug: string;
  name: string;
  parent?: string | null;
}

export async function createTeam(ctx: Ctx, input: CreateTeamInput): Promise<TeamDto> {
  return transact(ctx, async (tx) => {
    const parent = input.parent ? await loadTeam(tx, input.parent) : null;
    refuse(mayCreateTeam(ctx.actor.standing, parent?.path ?? null));
    const path = [...(parent?.path ?? []), input.slug];
    const made = await tx
      .insert(teams)
      .values({ id: newId(), slug: input.slug, name: input.name, parentId: parent?.id ?? null, path })
      .onConflictDoNothing({ target: teams.slug })
      .returning({ id: teams.id });
    if (made.length === 0) throw conflict('team.slug-taken', `There is already a team ${input.slug}.`);
    await audit(tx, ctx, {
      action: 'team.created',
      subjects: [input.slug, ...(parent ? [parent.slug] : [])],
      data: { name: input.name, parent: parent?.slug ?? null },
    });
    return getTeam(ctx, input.slug, tx);
  });
}
