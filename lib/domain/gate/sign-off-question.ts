import { tierOf } from '../risk/tier.ts';
import type { SignOffQuestion } from '../review/sign-off-state.ts';
import type { ApiFacts, EnvironmentFacts, GateFacts } from './facts.ts';

/** The sign-off question inside the facts of a decision. */
export function signOffQuestion(facts: GateFacts & { api: ApiFacts; environment: EnvironmentFacts }): SignOffQuestion {
  const { api, environment, policy, checklist, now } = facts;
  return {
    now,
    environment: environment.slug,
    materialDigest: facts.revision?.materialDigest ?? null,
    owner: api.owner,
    required: policy.tiers[tierOf(api)].signOffs,
    checklist,
    reviews: api.reviews,
    signOffs: api.signOffs,
  };
}
