import { and, eq, isNull } from 'drizzle-orm';
import { people, serviceAccounts, tokens } from '#db/schema/people.ts';
import { mayRevokeToken } from '#lib/domain/people/token-rights.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { notFound } from '../http/problem.ts';
import { transact } from '../transact.ts';

/** From the commit on the token is no identity any more. Somebody else's token is as good as none. */
export async function revokeToken(ctx: Ctx, id: string): Promise<void> {
  await transact(ctx, async (tx) => {
    const [found] = await tx
      .select({ email: people.email, slug: serviceAccounts.slug, name: tokens.name })
      .from(tokens)
      .leftJoin(people, eq(people.id, tokens.personId))
      .leftJoin(serviceAccounts, eq(serviceAccounts.id, tokens.serviceAccountId))
      .where(and(eq(tokens.id, id), isNull(tokens.revokedAt)))
      .for('update', { of: tokens });
    const owner =
      found?.email != null
        ? ({ kind: 'person', name: found.email } as const)
        : ({ kind: 'service', name: found?.slug ?? '' } as const);
    if (!found || mayRevokeToken(ctx.actor.standing, owner)) throw notFound(`token ${id}`);
    await tx.update(tokens).set({ revokedAt: ctx.now }).where(eq(tokens.id, id));
    await audit(tx, ctx, { action: 'token.revoked', subjects: [id, owner.name], data: { name: found.name } });
  });
}
