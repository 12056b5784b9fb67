import { eq } from 'drizzle-orm';
import { newId } from '#db/new-id.ts';
import { apis } from '#db/schema/apis.ts';
import { promotions } from '#db/schema/gate.ts';
import type { PromotionDto } from '#lib/domain/gate/dto.ts';
import { overApi } from '#lib/domain/ownership/rights.ts';
import { loadApi } from '../apis/load-api.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { Problem, refuse } from '../http/problem.ts';
import { transact } from '../transact.ts';
import { judge } from './ask-gate.ts';
import { recordDecision, recordInside } from './record-decision.ts';
import type { RecordedQuestion } from './record-decision.ts';
import { signingKey } from './signing-key.ts';

export interface PromotionInput extends RecordedQuestion {
  deploy?: Record<string, unknown>;
}

/** Records an allowed promotion with its decision. One that is refused is recorded as a decision and answered with the reasons. */
export async function promoteApi(ctx: Ctx, input: PromotionInput): Promise<PromotionDto> {
  const { place } = await loadApi(ctx.db, input.api);
  if (ctx.actor.standing.kind !== 'service') refuse(overApi('promote', ctx.actor.standing, place));
  const before = await judge(ctx, input);
  if (!before.decision.allowed) throw await blocked(ctx, input);
  const key = await signingKey(ctx.db);
  return transact(ctx, async (tx) => {
    const { dto, judgement } = await recordInside(tx, ctx, input, key);
    // Between the two looks a fact may have changed; then nothing was promoted.
    if (!dto.allowed) throw blockedProblem(dto);
    const id = newId(ctx.now.getTime());
    const apiId = judgement.facts.apiId!;
    const revisionId = judgement.facts.revision?.id ?? null;
    await tx.insert(promotions).values({
      id,
      apiId,
      environment: input.environment,
      revisionId,
      decisionId: dto.decisionId,
      deploy: input.deploy ?? null,
      at: ctx.now,
      actor: ctx.actor.standing.name,
    });
    if (input.environment === 'production' && revisionId)
      await tx.update(apis).set({ productionRevisionId: revisionId }).where(eq(apis.id, apiId));
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

/** The refusal has happened and is evidence: it is kept although the request fails, and without the request's key. */
async function blocked(ctx: Ctx, input: PromotionInput): Promise<Problem> {
  const { idempotency: _, ...plain } = ctx;
  return blockedProblem(await recordDecision(plain, input));
}

function blockedProblem({
  outcome,
  reasons,
  decisionId,
}: Awaited<ReturnType<typeof recordDecision>>): Problem {
  const detail = reasons.map((reason) => reason.message).join(' ') || 'The gate does not allow it.';
  return new Problem('conflict', detail, {
    code: 'promotion.blocked',
    extra: { outcome, reasons, decisionId },
  });
}
