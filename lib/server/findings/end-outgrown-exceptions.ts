import { and, eq, gt, inArray } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { exceptions } from '#db/schema/gate.ts';
import { findings } from '#db/schema/revisions.ts';
import { SEVERITIES } from '#lib/domain/words.ts';
import type { Severity } from '#lib/domain/words.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';

/** A finding of an API that an exception covers, and how it is rated. */
export interface Accepted {
  exception: string;
  finding: string;
  severity: Severity;
}

/** The exceptions in force for findings of an API, with how these are rated at the moment. */
export function acceptedFindings(tx: Transaction, ctx: Ctx, apiId: string): Promise<Accepted[]> {
  return tx
    .select({ exception: exceptions.id, finding: findings.id, severity: findings.severity })
    .from(exceptions)
    .innerJoin(findings, eq(findings.id, exceptions.findingId))
    .where(
      and(eq(exceptions.apiId, apiId), eq(exceptions.step, 'approved'), gt(exceptions.expiresAt, ctx.now)),
    );
}

/**
 * Security accepted a risk of a certain weight. What is rated more severe now than it was `before` is another risk, about
 * which it has to decide again. Called by verbs that authorise.
 */
export async function endOutgrownExceptions(
  tx: Transaction,
  ctx: Ctx,
  api: { id: string; slug: string },
  before: readonly Accepted[],
): Promise<void> {
  if (before.length === 0) return;
  const rows = await tx
    .select({ id: findings.id, severity: findings.severity })
    .from(findings)
    .where(inArray(findings.id, [...new Set(before.map(({ finding }) => finding))]));
  const now = new Map(rows.map(({ id, severity }) => [id, severity]));
  for (const { exception, finding, severity } of before) {
    const rated = now.get(finding) ?? severity;
    if (SEVERITIES.indexOf(rated) >= SEVERITIES.indexOf(severity)) continue;
    const comment = `The finding is rated ${rated} now; before, it was rated ${severity}.`;
    const [row] = await tx
      .select({ version: exceptions.version, proposedBy: exceptions.proposedBy })
      .from(exceptions)
      .where(eq(exceptions.id, exception));
    await tx
      .update(exceptions)
      .set({
        step: 'revoked',
        decidedBy: ctx.actor.standing.name,
        decidedAt: ctx.now,
        comment,
        version: row!.version + 1,
      })
      .where(eq(exceptions.id, exception));
    await audit(tx, ctx, {
      action: 'exception.revoked',
      subjects: [exception, api.slug, finding],
      data: { before: 'approved', after: 'revoked', proposedBy: row!.proposedBy, comment },
    });
  }
}
