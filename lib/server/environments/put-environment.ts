import { and, eq, sql } from 'drizzle-orm';
import { environments } from '#db/schema/gate.ts';
import type { EnvironmentDto } from '#lib/domain/environments/dto.ts';
import { mayManage } from '#lib/domain/ownership/rights.ts';
import type { GateMode } from '#lib/domain/words.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { existsAlready, expectedVersion, staleWrite } from '../http/etag.ts';
import { refuse } from '../http/problem.ts';
import { letNobodyRefresh, markAllStale } from '../posture/refresh-posture.ts';
import { transact } from '../transact.ts';
import { environmentDto } from './queries.ts';

export interface EnvironmentInput {
  name: string;
  order: number;
  gate: GateMode;
  frozen?: boolean;
}

export interface PutEnvironmentResult extends EnvironmentDto {
  isNew: boolean;
}

/** Creates an environment or replaces what it says. Posture of every API follows from the worker; the gate acts at once. */
export async function putEnvironment(
  ctx: Ctx,
  slug: string,
  input: EnvironmentInput,
  { ifMatch, isOnlyNew = false }: { ifMatch: string | null; isOnlyNew?: boolean },
): Promise<PutEnvironmentResult> {
  return transact(ctx, async (tx) => {
    refuse(mayManage(ctx.actor.standing, 'environments'));
    const [before] = await tx.select().from(environments).where(eq(environments.slug, slug)).for('update');
    const next = { ...input, frozen: input.frozen ?? false };
    if (!before) {
      if (ifMatch !== null) throw staleWrite();
      const [made] = await tx
        .insert(environments)
        .values({ slug, ...next, createdAt: ctx.now })
        .onConflictDoNothing()
        .returning();
      if (!made) throw staleWrite();
      await letNobodyRefresh(tx);
      await tx.execute(sql`INSERT INTO posture (api_id, environment, outcome, allowed, reason_codes, sign_off, refresh_at, computed_at)
        SELECT id, ${slug}, 'prevented', ${input.gate !== 'enforce'}, ARRAY['review.none'], 'missing', ${ctx.now}, ${ctx.now} FROM apis`);
      await audit(tx, ctx, { action: 'environment.created', subjects: [slug], data: { after: next } });
      return { ...environmentDto(made), isNew: true };
    }
    if (isOnlyNew) throw existsAlready(`an environment ${slug}`);
    const version = expectedVersion(ifMatch, before.version);
    const [changed] = await tx
      .update(environments)
      .set({ ...next, version: version + 1 })
      .where(and(eq(environments.slug, slug), eq(environments.version, version)))
      .returning();
    if (!changed) throw staleWrite();
    await audit(tx, ctx, {
      action: 'environment.changed',
      subjects: [slug],
      data: { before: environmentDto(before), after: next },
    });
    if (next.gate !== before.gate || next.frozen !== before.frozen) await markAllStale(tx, ctx, slug);
    return { ...environmentDto(changed), isNew: false };
  });
}
