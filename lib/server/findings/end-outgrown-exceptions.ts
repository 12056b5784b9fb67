import { and, eq, gt, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { exceptions } from '#db/schema/gate.ts';
import { findings } from '#db/schema/revisions.ts';
import { SEVERITIES } from '#lib/domain/words.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { staleWrite } from '../http/etag.ts';

const RANKS = sql.param([...SEVERITIES]);

/**
 * Security accepted a risk of a certain weight. What is rated more severe now than when it was accepted is another risk,
 * about which it has to decide again. Called by verbs that authorise and hold the API.
 */
export async function endOutgrownExceptions(
  tx: Transaction,
  ctx: Ctx,
  api: { id: string; slug: string },
): Promise<void> {
  const outgrown = await tx
    .select({ exception: exceptions, severity: findings.severity })
    .from(exceptions)
    .innerJoin(findings, eq(findings.id, exceptions.findingId))
    .where(
      and(
        eq(exceptions.apiId, api.id),
        eq(exceptions.step, 'approved'),
        gt(exceptions.expiresAt, ctx.now),
        sql`array_position(${RANKS}::text[], ${findings.severity})
          < array_position(${RANKS}::text[], ${exceptions.acceptedSeverity})`,
      ),
    );
  for (const { exception, severity } of outgrown) {
    const comment = `The finding is rated ${severity} now; it was accepted as ${exception.acceptedSeverity}.`;
    const written = await tx
      .update(exceptions)
      .set({
        step: 'revoked',
        decidedBy: ctx.actor.standing.name,
        decidedAt: ctx.now,
        comment,
        version: exception.version + 1,
      })
      .where(and(eq(exceptions.id, exception.id), eq(exceptions.version, exception.version)))
      .returning({ id: exceptions.id });
    if (written.length === 0) throw staleWrite();
    await audit(tx, ctx, {
      action: 'exception.revoked',
      subjects: [exception.id, api.slug, exception.findingId ?? ''],
      data: { before: 'approved', after: 'revoked', proposedBy: exception.proposedBy, comment },
    });
  }
}
