import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { exceptions } from '#db/schema/gate.ts';
import type { ExceptionDto } from '#lib/domain/exceptions/dto.ts';
import { endFault, mayDecideException } from '#lib/domain/exceptions/rules.ts';
import type { ExceptionAction, ExceptionRecord } from '#lib/domain/exceptions/rules.ts';
import { lockWithApi } from '../apis/lock-with-api.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { expectedVersion, staleWrite } from '../http/etag.ts';
import { conflict, refuse } from '../http/problem.ts';
import { currentPolicy } from '../policies/current-policy.ts';
import { refreshPosture } from '../posture/refresh-posture.ts';
import { transact } from '../transact.ts';
import { exceptionDto, loadException, recordOf } from './exception-row.ts';
import type { ExceptionRow } from './exception-row.ts';

const STEPS = {
  approve: { step: 'approved', event: 'exception.approved' },
  reject: { step: 'rejected', event: 'exception.rejected' },
  revoke: { step: 'revoked', event: 'exception.revoked' },
} as const satisfies Record<ExceptionAction, { step: ExceptionRecord['step']; event: string }>;

export async function decideException(
  ctx: Ctx,
  id: string,
  action: ExceptionAction,
  { comment, ifMatch }: { comment: string; ifMatch: string | null },
): Promise<ExceptionDto> {
  const { step, event } = STEPS[action];
  return transact(ctx, async (tx) => {
    const row = await loadForUpdate(tx, id);
    const exception = recordOf(row);
    refuse(
      mayDecideException(action, {
        actor: ctx.actor.standing,
        place: row.place,
        exception,
        now: ctx.now.getTime(),
      }),
    );
    const version = expectedVersion(ifMatch, row.version);
    if (action === 'approve') await refuseTooLong(tx, ctx, row);
    const written = await tx
      .update(exceptions)
      .set({
        step,
        decidedBy: ctx.actor.standing.name,
        decidedAt: ctx.now,
        comment: comment || null,
        ...(action === 'approve' ? { acceptedSeverity: severityOf(row) } : {}),
        version: version + 1,
      })
      .where(and(eq(exceptions.id, id), eq(exceptions.version, version)))
      .returning({ id: exceptions.id });
    if (written.length === 0) throw staleWrite();
    await audit(tx, ctx, {
      action: event,
      subjects: [id, row.api, row.findingId ?? row.itemKey ?? ''],
      data: { before: row.step, after: step, proposedBy: row.proposedBy, comment: comment || null },
    });
    await refreshPosture(tx, ctx, [row.apiId]);
    return exceptionDto(ctx, await loadException(tx, id));
  });
}

/** How the finding is rated at this moment; null where a checklist item is accepted. */
function severityOf({ findingId }: ExceptionRow) {
  return sql`(SELECT severity FROM findings WHERE id = ${findingId})`;
}

async function loadForUpdate(tx: Transaction, id: string): Promise<ExceptionRow> {
  await lockWithApi(tx, 'exception', id);
  return loadException(tx, id);
}

/** The tier may have risen, or the policy become stricter, since it was proposed. */
async function refuseTooLong(tx: Transaction, ctx: Ctx, { tier, expiresAt }: ExceptionRow): Promise<void> {
  const policy = await currentPolicy(tx);
  const fault = endFault(new Date(expiresAt).getTime(), ctx.now.getTime(), policy.tiers[tier]);
  if (fault)
    throw conflict('exception.too-long', `${fault} Reject this one and have a shorter one proposed.`);
}
