import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { newId } from '#db/new-id.ts';
import { exceptions } from '#db/schema/gate.ts';
import { findings } from '#db/schema/revisions.ts';
import type { ExceptionDto } from '#lib/domain/exceptions/dto.ts';
import { endFault, mayPropose } from '#lib/domain/exceptions/rules.ts';
import { loadApiForShare } from '../apis/load-api.ts';
import type { ApiRecord } from '../apis/load-api.ts';
import { audit } from '../audit/audit.ts';
import { findChecklist } from '../checklists/find-checklist.ts';
import type { Ctx } from '../context.ts';
import { invalid, refuse } from '../http/problem.ts';
import { currentPolicy } from '../policies/current-policy.ts';
import { transact } from '../transact.ts';
import { exceptionDto, loadException } from './exception-row.ts';

export interface ExceptionInput {
  api: string;
  /** One of the two. */
  target: { finding?: string; item?: string };
  reason: string;
  expiresAt: string;
}

/** Covers nothing yet: that takes the word of somebody else, from security. */
export async function proposeException(ctx: Ctx, input: ExceptionInput): Promise<ExceptionDto> {
  const { target, reason } = input;
  return transact(ctx, async (tx) => {
    const { api, place } = await loadApiForShare(tx, input.api);
    refuse(mayPropose(ctx.actor.standing, place));
    await checkTarget(tx, api, target);
    const policy = await currentPolicy(tx);
    const expiresAt = new Date(input.expiresAt);
    const fault = endFault(expiresAt.getTime(), ctx.now.getTime(), policy.tiers[api.tier]);
    if (fault) throw invalid('/expiresAt', fault);
    const id = newId(ctx.now.getTime());
    await tx.insert(exceptions).values({
      id,
      apiId: api.id,
      findingId: target.finding ?? null,
      itemKey: target.item ?? null,
      reason,
      proposedBy: ctx.actor.standing.name,
      proposedAt: ctx.now,
      expiresAt,
      step: 'proposed',
    });
    await audit(tx, ctx, {
      action: 'exception.proposed',
      subjects: [id, api.slug, target.finding ?? target.item ?? ''],
      data: { target, reason, expiresAt: expiresAt.toISOString() },
    });
    return exceptionDto(ctx, await loadException(tx, id));
  });
}

async function checkTarget(
  tx: Transaction,
  api: ApiRecord,
  { finding, item }: ExceptionInput['target'],
): Promise<void> {
  if (finding !== undefined) {
    const known = await tx.$count(findings, and(eq(findings.id, finding), eq(findings.apiId, api.id)));
    if (known === 0) throw invalid('/target/finding', `${api.name} has no such finding.`);
    return;
  }
  const { items } = await findChecklist(tx);
  if (!items.some(({ key }) => key === item))
    throw invalid('/target/item', 'The checklist has no such item.');
}
