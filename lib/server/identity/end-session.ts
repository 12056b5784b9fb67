import { and, eq, isNull } from 'drizzle-orm';
import { sessions } from '#db/schema/people.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { personId } from '../context.ts';
import { transact } from '../transact.ts';

/** Ends one's own session: its cookie is worthless from the next request on. */
export async function endSession(ctx: Ctx, sessionId: string): Promise<void> {
  const owner = personId(ctx);
  await transact(ctx, async (tx) => {
    const ended = await tx
      .update(sessions)
      .set({ revokedAt: ctx.now })
      .where(and(eq(sessions.id, sessionId), eq(sessions.personId, owner), isNull(sessions.revokedAt)))
      .returning({ id: sessions.id });
    if (ended.length > 0)
      await audit(tx, ctx, { action: 'session.ended', subjects: [ctx.actor.standing.name] });
  });
}
