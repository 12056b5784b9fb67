import { asc, eq } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { environments } from '#db/schema/gate.ts';
import type { EnvironmentDto } from '#lib/domain/environments/dto.ts';
import type { Ctx } from '../context.ts';
import { notFound } from '../http/problem.ts';

export type EnvironmentRecord = typeof environments.$inferSelect;

export async function listEnvironments(ctx: Ctx): Promise<EnvironmentDto[]> {
  const rows = await ctx.db
    .select()
    .from(environments)
    .orderBy(asc(environments.order), asc(environments.slug));
  return rows.map(environmentDto);
}

export async function getEnvironment(
  ctx: Ctx,
  slug: string,
  db: Queryable = ctx.db,
): Promise<EnvironmentDto> {
  const [row] = await db.select().from(environments).where(eq(environments.slug, slug));
  if (!row) throw notFound(`environment ${slug}`);
  return environmentDto(row);
}

export const environmentDto = ({
  slug,
  name,
  order,
  gate,
  frozen,
  version,
}: EnvironmentRecord): EnvironmentDto => ({
  slug,
  name,
  order,
  gate,
  frozen,
  version,
});
