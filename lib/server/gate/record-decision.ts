import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { newId } from '#db/new-id.ts';
import { decisions, emergencies } from '#db/schema/gate.ts';
import type { Artifact, DecisionDto, DecisionSource } from '#lib/domain/gate/dto.ts';
import { lockWithApi } from '../apis/lock-with-api.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { metrics } from '../http/metrics.ts';
import { conflict } from '../http/problem.ts';
import { refreshPosture } from '../posture/refresh-posture.ts';
import { transact } from '../transact.ts';
import { decisionDto, judge } from './ask-gate.ts';
import type { GateQuestion, Judgement } from './ask-gate.ts';
import { attestDecision } from './attest-decision.ts';
import { analyseSpec } from './revision-of-spec.ts';
import type { SigningKey } from './signing-keys.ts';
import { signingKey } from './signing-key.ts';

export interface RecordedQuestion extends GateQuestion {
  artifact?: Artifact;
  source?: DecisionSource;
}

export interface RecordedDecision {
  dto: DecisionDto & { decisionId: string };
  judgement: Judgement;
}

/** A decision for a real deployment: kept, audited and, when allowed, signed. Who may ask was settled by the route's scope. */
export async function recordDecision(ctx: Ctx, question: RecordedQuestion): Promise<DecisionDto> {
  const prepared = await prepareRecord(ctx, question);
  return transact(ctx, async (tx, afterCommit) => {
    const { dto, judgement } = await recordInside(tx, ctx, prepared);
    afterCommit(() => countDecision(judgement));
    return dto;
  });
}

export interface PreparedQuestion {
  question: RecordedQuestion;
  key: SigningKey;
}

/**
 * Does before the transaction what may take long, so that no lock waits for it: the description is read, and what changed
 * since the sign-off is looked up for the decision to name.
 */
export async function prepareRecord(ctx: Ctx, question: RecordedQuestion): Promise<PreparedQuestion> {
  const key = await signingKey(ctx.db);
  const asked = { ...question, analysis: await analyseSpec(question.spec) };
  await judge(ctx, asked);
  return { question: asked, key };
}

/** For the caller's transaction, which authorises, and counts the decision once it is kept. */
export async function recordInside(
  tx: Transaction,
  ctx: Ctx,
  { question, key }: PreparedQuestion,
): Promise<RecordedDecision> {
  const judgement = await judgeInside(tx, ctx, question);
  const { facts, decision } = judgement;
  const decisionId = newId(ctx.now.getTime());
  if (decision.usesEmergency)
    await useEmergency(tx, ctx, { id: decision.usesEmergency, decisionId, question });
  const dto = { decisionId, ...decisionDto(ctx, judgement) };
  const attestation =
    decision.outcome === 'allowed'
      ? attestDecision(ctx, key, { judgement, decisionId, artifact: question.artifact })
      : undefined;
  // A description that is no registered revision is known by its digests alone.
  const isRegistered = facts.revision !== null && facts.revision.id !== facts.revision.digest;
  await tx.insert(decisions).values({
    id: decisionId,
    apiId: facts.apiId,
    apiSlug: question.api,
    environment: question.environment,
    revisionId: isRegistered ? facts.revision!.id : null,
    digest: facts.revision?.digest ?? null,
    materialDigest: facts.revision?.materialDigest ?? null,
    outcome: decision.outcome,
    enforced: decision.enforced,
    allowed: decision.allowed,
    reasons: decision.reasons,
    evaluatedAt: ctx.now,
    expiresAt: decision.expiresAt === null ? null : new Date(decision.expiresAt),
    artifact: question.artifact ?? null,
    source: question.source ?? null,
    actor: ctx.actor.standing.name,
    emergencyId: decision.usesEmergency,
    attestation: attestation ?? null,
  });
  await audit(tx, ctx, {
    action: 'gate.decided',
    subjects: [question.api, question.environment, decisionId],
    data: {
      outcome: decision.outcome,
      allowed: decision.allowed,
      reasons: decision.reasons.map((reason) => reason.code),
      revision: dto.revision,
    },
  });
  if (decision.usesEmergency && facts.apiId) await refreshPosture(tx, ctx, [facts.apiId]);
  return { dto: attestation ? { ...dto, attestation } : dto, judgement };
}

/** Only names that we know become labels: whoever asks could make up as many as memory holds. */
export function countDecision({ facts, decision }: Judgement): void {
  metrics.decisions.inc({ environment: facts.environment?.slug ?? 'unknown', outcome: decision.outcome });
}

/**
 * Emergency access lets one deployment through: of two that ask at the same time the second waits for the first, looks
 * again and finds it used.
 */
async function judgeInside(tx: Transaction, ctx: Ctx, question: RecordedQuestion): Promise<Judgement> {
  const judgement = await judge(ctx, question, tx);
  const { usesEmergency } = judgement.decision;
  if (!usesEmergency) return judgement;
  await lockWithApi(tx, 'emergency', usesEmergency);
  return judge(ctx, question, tx);
}

/** Single use, whatever was read before. */
async function useEmergency(
  tx: Transaction,
  ctx: Ctx,
  { id, decisionId, question }: { id: string; decisionId: string; question: RecordedQuestion },
) {
  const used = await tx
    .update(emergencies)
    .set({ usedAt: ctx.now, usedDecisionId: decisionId })
    .where(and(eq(emergencies.id, id), isNull(emergencies.usedAt)))
    .returning({ id: emergencies.id });
  if (used.length === 0)
    throw conflict('emergency.used', 'The emergency access was used by another deployment a moment ago.');
  await audit(tx, ctx, {
    action: 'emergency.used',
    subjects: [id, question.api, question.environment, decisionId],
  });
}
