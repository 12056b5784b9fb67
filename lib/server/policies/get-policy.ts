import { desc, eq } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { policies } from '#db/schema/gate.ts';
import { mayManage } from '#lib/domain/ownership/rights.ts';
import type { PolicyDto, PolicyVersionDto } from '#lib/domain/policy/dto.ts';
import type { Ctx } from '../context.ts';
import { notFound } from '../http/problem.ts';
import { iso } from '../iso.ts';
import { rightOf } from '../right-of.ts';

export type PolicyRecord = typeof policies.$inferSelect;

const MOST_HISTORY = 100;

/** The version in force with the latest ones before it. */
export async function getPolicy(ctx: Ctx, key: string, db: Queryable = ctx.db): Promise<PolicyDto> {
  const [current, ...before] = await db
    .select()
    .from(policies)
    .where(eq(policies.key, key))
    .orderBy(desc(policies.version))
    .limit(MOST_HISTORY);
  if (!current) throw notFound(`policy ${key}`);
  return {
    key,
    ...versionDto(current),
    history: before.map(versionDto),
    rights: { edit: rightOf(mayManage(ctx.actor.standing, 'policies')) },
  };
}

const versionDto = ({ version, document, createdAt, createdBy }: PolicyRecord): PolicyVersionDto => ({
  ...document,
  version,
  createdAt: iso(createdAt),
  createdBy,
});
