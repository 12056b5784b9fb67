import type { SignOffDto, VerdictDto } from '#lib/domain/apis/dto.ts';
import { decide } from '#lib/domain/gate/decide.ts';
import type { PersonRef } from '#lib/domain/gate/facts.ts';
import { nameOf, questionOf, signOffQuestion } from '#lib/domain/gate/question.ts';
import type { Question } from '#lib/domain/gate/question.ts';
import { DAY } from '#lib/domain/policy/periods.ts';
import { signOffStanding } from '#lib/domain/review/sign-off-state.ts';
import type { Ctx } from '../context.ts';
import { reasonDto } from '../gate/decision-dto.ts';
import type { CompleteFacts } from '../gate/complete-facts.ts';

/** May the newest revision ship, environment by environment: the same `decide` as at every other door. */
export function verdictOf(facts: CompleteFacts, names: ReadonlyMap<string, string>, ctx: Ctx): VerdictDto {
  const { outcome, allowed, enforced, reasons } = decide(facts);
  const { environment } = facts;
  const question = questionOf(facts);
  return {
    environment: environment.slug,
    environmentName: environment.name,
    gate: environment.gate,
    outcome,
    allowed,
    enforced,
    reasons: reasons.map((reason) => reasonDto(reason, ctx)),
    signOff: question ? signOffDto(question, names) : noSignOff(environment.slug),
  };
}

function signOffDto(question: Question, names: ReadonlyMap<string, string>): SignOffDto {
  const { state, validUntil, review, signOffs } = signOffStanding(signOffQuestion(question));
  const name = (email: string): PersonRef['name'] => names.get(email) ?? nameOf(email, question);
  return {
    environment: question.environment.slug,
    state,
    validUntil: validUntil === null ? null : new Date(validUntil).toISOString(),
    daysLeft: validUntil === null ? null : Math.max(0, Math.ceil((validUntil - question.now) / DAY)),
    by: signOffs.map(({ role, by, at }) => ({
      role,
      email: by,
      name: name(by),
      at: new Date(at).toISOString(),
    })),
    reviewId: review?.id ?? null,
  };
}

const noSignOff = (environment: string): SignOffDto => ({
  environment,
  state: 'missing',
  validUntil: null,
  daysLeft: null,
  by: [],
  reviewId: null,
});
