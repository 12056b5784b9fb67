import { sessions } from '#db/schema/people.ts';
import { newId } from '#db/new-id.ts';
import type { Ctx } from '../context.ts';
import { audit } from '../audit/audit.ts';
import { personId } from '../context.ts';
import { transact } from '../transact.ts';

export const SESSION_HOURS = 12;

/** A session the database knows, so that it can be ended at once. `how` is the provider that vouched for the person. */
export async function openSession(ctx: Ctx, how: string): Promise<string> {
  const id = newId();
  const owner = personId(ctx);
  await transact(ctx, async (tx) => {
    const expiresAt = new Date(ctx.now.getTime() + SESSION_HOURS * 3_600_000);
    await tx.insert(sessions).values({ id, personId: owner, createdAt: ctx.now, expiresAt });
    await audit(tx, ctx, { action: 'session.opened', subjects: [ctx.actor.standing.name], data: { how } });
  });
  return id;
}
