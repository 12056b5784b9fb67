import { eq } from 'drizzle-orm';
import { newId } from '#db/new-id.ts';
import { apis } from '#db/schema/apis.ts';
import { promotions } from '#db/schema/gate.ts';
import type { PromotionDto } from '#lib/domain/gate/dto.ts';
import { overApi } from '#lib/domain/ownership/rights.ts';
import { loadApiForUpdate } from '../apis/load-api.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { Problem, refuse } from '../http/problem.ts';
import { KeptRefusal, transact } from '../transact.ts';
import { countDecision, prepareRecord, recordInside } from './record-decision.ts';
import type { RecordedDecision, RecordedQuestion } from './record-decision.ts';

export interface PromotionInput extends RecordedQuestion {
  deploy?: Record<string, unknown>;
}

/**
 * Records an allowed promotion with its decision. One that is refused is kept as a decision, which is evidence, and
 * answered with the reasons of that same decision.
 */
export async function promoteApi(ctx: Ctx, input: PromotionInput): Promise<PromotionDto> {
  const prepared = await prepareRecord(ctx, input);
  return transact(ctx, async (tx, afterCommit) => {
    const { api, place } = await loadApiForUpdate(tx, input.api);
    if (ctx.actor.standing.kind !== 'service') refuse(overApi('promote', ctx.actor.standing, place));
    const { dto, judgement } = await recordInside(tx, ctx, prepared);
    afterCommit(() => countDecision(judgement));
    if (!dto.allowed) return new KeptRefusal(blocked(dto));
    const id = newId(ctx.now.getTime());
    const revisionId = judgement.facts.revision?.id ?? null;
    await tx.insert(promotions).values({
      id,
      apiId: api.id,
      environment: input.environment,
      revisionId,
      decisionId: dto.decisionId,
      deploy: input.deploy ?? null,
      at: ctx.now,
      actor: ctx.actor.standing.name,
    });
    if (input.environment === 'production' && revisionId)
      await tx.update(apis).set({ productionRevisionId: revisionId }).where(eq(apis.id, api.id));
    await audit(tx, ctx, {
      action: 'api.promoted',
      subjects: [input.api, input.environment, id, dto.decisionId],
      data: { revision: revisionId, deploy: input.deploy ?? null },
    });
    return {
      id,
      api: input.api,
      environment: input.environment,
      revision: revisionId,
      decisionId: dto.decisionId,
      at: ctx.now.toISOString(),
      actor: ctx.actor.standing.name,
      attestation: dto.attestation ?? null,
    };
  });
}

function blocked({ outcome, reasons, decisionId }: RecordedDecision['dto']): Problem {
  const detail = reasons.map((reason) => reason.message).join(' ') || 'The gate does not allow it.';
  return new Problem('conflict', detail, {
    code: 'promotion.blocked',
    extra: { outcome, reasons, decisionId },
  });
}
