import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { teams } from '#db/schema/teams.ts';
import type { TeamDto } from '#lib/domain/teams/dto.ts';
import { mayEditTeam, mayMoveTeam } from '#lib/domain/ownership/rights.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { expectedVersion, staleWrite } from '../http/etag.ts';
import { refuse } from '../http/problem.ts';
import { refreshPostureOfTeams } from '../posture/refresh-posture.ts';
import { transact } from '../transact.ts';
import { loadTeam, loadTeamForUpdate } from './load-team.ts';
import type { TeamRecord } from './load-team.ts';
import { getTeam } from './queries.ts';

export interface ChangeTeamInput {
  name?: string;
  /** Null moves the team to the top. */
  parent?: string | null;
}

export async function changeTeam(
  ctx: Ctx,
  slug: string,
  input: ChangeTeamInput,
  ifMatch: string | null,
): Promise<TeamDto> {
  return transact(ctx, async (tx) => {
    // Moves change paths of whole subtrees: one at a time, so that two cannot make a circle together.
    if (input.parent !== undefined) await tx.execute(sql`SELECT pg_advisory_xact_lock(4718250712)`);
    const team = await loadTeamForUpdate(tx, slug);
    refuse(mayEditTeam(ctx.actor.standing, team.path));
    const version = expectedVersion(ifMatch, team.version);
    const parent = input.parent ? await loadTeam(tx, input.parent) : null;
    const moves = input.parent !== undefined && (parent?.id ?? null) !== team.parentId;
    if (moves) {
      refuse(mayMoveTeam(ctx.actor.standing, team.path, parent?.path ?? null));
    }
    const written = await tx
      .update(teams)
      .set({
        name: input.name ?? team.name,
        version: version + 1,
        ...(moves ? { parentId: parent?.id ?? null } : {}),
      })
      .where(and(eq(teams.id, team.id), eq(teams.version, version)))
      .returning({ id: teams.id });
    if (written.length === 0) throw staleWrite();
    if (moves) await moveSubtree(tx, team, parent);
    await audit(tx, ctx, {
      action: moves ? 'team.moved' : 'team.changed',
      subjects: [slug, ...(parent ? [parent.slug] : [])],
      data: {
        before: { name: team.name, path: team.path },
        after: { name: input.name ?? team.name, path: [...(parent?.path ?? []), slug] },
      },
    });
    if (moves) await refreshPostureOfTeams(tx, ctx, [slug]);
    return getTeam(ctx, slug, tx);
  });
}

async function moveSubtree(tx: Transaction, team: TeamRecord, parent: TeamRecord | null) {
  const depth = team.path.length - 1;
  await tx
    .update(teams)
    .set({ path: sql`${sql.param(parent?.path ?? [])}::text[] || ${teams.path}[${depth + 1}:]` })
    .where(sql`${teams.path} @> ARRAY[${team.slug}]`);
}
