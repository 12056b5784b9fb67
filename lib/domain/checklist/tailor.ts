import type { Feature } from '../description/types.ts';
import type { ApiKind, Tier } from '../words.ts';
import type { Checklist, ChecklistItem } from './types.ts';

export interface Tailoring {
  tier: Tier;
  kind: ApiKind;
  /** What the description of the reviewed revision contains. */
  features: readonly Feature[];
}

/**
 * The items of a checklist that a review of such an API has to answer, in the order of the checklist.
 * An item applies when its tiers include the API's, its kinds (if any) include the API's, and at least one of its
 * features (if any) is present.
 */
export function tailorChecklist(checklist: Checklist, { tier, kind, features }: Tailoring): ChecklistItem[] {
  const present = new Set(features);
  return checklist.items.filter(
    ({ appliesTo }) =>
      appliesTo.tiers.includes(tier) &&
      (appliesTo.kinds === undefined || appliesTo.kinds.includes(kind)) &&
      (appliesTo.features === undefined || appliesTo.features.some((feature) => present.has(feature))),
  );
}
