import { requiredRoles } from '../policy/required-roles.ts';
import { ownerCandidates } from '../review/candidates.ts';
import type { SignOffQuestion } from '../review/sign-off-state.ts';
import { tierOf } from '../risk/tier.ts';
import type { ApprovalRole, Tier } from '../words.ts';
import type { ApiFacts, EnvironmentFacts, GateFacts, PersonRef, RevisionFacts, TierPolicy } from './facts.ts';

/** A question whose parts are known. `revision` is null only for an API that has none at all. */
export interface Question extends Pick<GateFacts, 'now' | 'policy' | 'checklist' | 'security'> {
  api: ApiFacts;
  environment: EnvironmentFacts;
  revision: RevisionFacts | null;
  tier: Tier;
  tierPolicy: TierPolicy;
  required: ApprovalRole[];
}

/** The question with what the policy asks of the API's tier; null when a part of it is unknown. */
export function questionOf(facts: GateFacts): Question | null {
  const { now, policy, checklist, security, api, environment, revision } = facts;
  if (!api || !environment || (!revision && !hasNoRevision(facts))) return null;
  const tier = tierOf(api);
  const tierPolicy = policy.tiers[tier];
  const required = requiredRoles(tierPolicy);
  return { now, policy, checklist, security, api, environment, revision, tier, tierPolicy, required };
}

/** No revision was named and the API has none: that is known, and something else than a revision nobody knows. */
function hasNoRevision({ asked, api }: GateFacts): boolean {
  return asked.revision === null && api?.revisionCount === 0;
}

/** The part of the question that sign-offs answer. */
export function signOffQuestion({
  now,
  api,
  environment,
  revision,
  required,
  checklist,
}: Question): SignOffQuestion {
  return {
    now,
    environment: environment.slug,
    materialDigest: revision?.materialDigest ?? null,
    owner: api.owner,
    required,
    checklist,
    reviews: api.reviews,
    signOffs: api.signOffs,
  };
}

/** Approvers and managers who act for the owner: they can ask for a review, see to findings and revive an API. */
export function ownersPeople({ api, security }: Question): PersonRef[] {
  return ownerCandidates({ review: null, owner: api.owner, security })?.people ?? [];
}

/** The name of somebody known to the question by e-mail; the e-mail itself of anybody else. */
export function nameOf(email: string, { api, security }: Question): string {
  const ranks = api.owner.chain.flatMap((rank) => [...rank.approvers, ...rank.managers]);
  return [...ranks, ...security].find((person) => person.email === email)?.name ?? email;
}
