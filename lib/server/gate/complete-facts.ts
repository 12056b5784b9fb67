import type { ApiFacts, EnvironmentFacts, GateFacts } from '#lib/domain/gate/facts.ts';

type LoadedFacts = GateFacts & { apiId: string };

/** Facts about an API and an environment that both exist. */
export type CompleteFacts = LoadedFacts & { api: ApiFacts; environment: EnvironmentFacts };

export const hasBoth = (facts: LoadedFacts): facts is CompleteFacts =>
  facts.api !== null && facts.environment !== null;
