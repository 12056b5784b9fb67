import type { Queryable } from '#db/client.ts';
import { decide } from '#lib/domain/gate/decide.ts';
import type { Decision, GateFacts } from '#lib/domain/gate/facts.ts';
import type { DecisionDto } from '#lib/domain/gate/dto.ts';
import type { Ctx } from '../context.ts';
import { changedSinceSignOff, rememberedChanges } from './changed-since-sign-off.ts';
import { reasonDto } from './decision-dto.ts';
import { loadFacts } from './load-facts.ts';
import type { Question } from './load-facts.ts';
import { analyseSpec, revisionOfSpec } from './revision-of-spec.ts';
import type { Analysis } from '../descriptions/analyse-description.ts';

export interface GateQuestion extends Question {
  /** Text of a description that need not be registered; judged in place of a revision. */
  spec?: string;
  /** What was found in it, where that was looked up before: no transaction should wait for it. */
  analysis?: Analysis;
}

export interface Judgement {
  facts: GateFacts & { apiId: string | null };
  decision: Decision;
}

/**
 * Loads and decides: the one implementation behind every door. Writes nothing. In a transaction descriptions are not
 * compared, which may take seconds: what changed since the sign-off is named if the question was asked before it.
 */
export async function judge(ctx: Ctx, question: GateQuestion, db: Queryable = ctx.db): Promise<Judgement> {
  const analysis = question.analysis ?? (await analyseSpec(question.spec));
  const asked = await loadFacts(db, question, ctx.now);
  const facts = analysis ? { ...asked, ...(await revisionOfSpec(db, asked, analysis)) } : asked;
  const decision = decide(facts);
  if (!decision.reasons.some((reason) => reason.code === 'signoff.material-change'))
    return { facts, decision };
  const named =
    db === ctx.db ? await changedSinceSignOff(db, facts, question.spec) : rememberedChanges(facts);
  return named ? { facts: named, decision: decide(named) } : { facts, decision };
}

export async function askGate(ctx: Ctx, question: GateQuestion): Promise<DecisionDto> {
  return decisionDto(ctx, await judge(ctx, question));
}

export function decisionDto(ctx: Ctx, { facts, decision }: Judgement): DecisionDto {
  return {
    outcome: decision.outcome,
    enforced: decision.enforced,
    allowed: decision.allowed,
    reasons: decision.reasons.map((reason) => reasonDto(reason, ctx)),
    revision: facts.revision?.id ?? null,
    evaluatedAt: ctx.now.toISOString(),
    ...(decision.expiresAt === null ? {} : { expiresAt: new Date(decision.expiresAt).toISOString() }),
  };
}
