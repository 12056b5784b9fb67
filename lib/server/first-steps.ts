import { apis } from '#db/schema/apis.ts';
import { teams } from '#db/schema/teams.ts';
import { env } from '#lib/env.ts';
import type { Ctx } from './context.ts';

/** How far an organisation has come in setting up its portal. */
export async function firstSteps(ctx: Ctx): Promise<{ hasSignIn: boolean; teams: number; apis: number }> {
  const [teamCount, apiCount] = await Promise.all([ctx.db.$count(teams), ctx.db.$count(apis)]);
  return { hasSignIn: env().oidc !== null, teams: teamCount, apis: apiCount };
}
