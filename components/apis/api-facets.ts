import { API_KINDS, DATA_CLASSES, EXPOSURES, LIFECYCLES, RISK_LEVELS, TIERS } from '#lib/domain/words.ts';
import type { FacetTitles } from '../ui/facet-list.tsx';

/** Facets of the inventory in the order in which people narrow down, each with what asks for attention first. */
export const API_FACETS = {
  ownership: { title: 'Ownership', values: ['unowned', 'offered', 'stale', 'owned'] },
  gate: { title: 'Production gate', values: ['prevented', 'awaiting', 'allowed'] },
  signOff: { title: 'Sign-off', values: ['missing', 'void', 'expired', 'expiring', 'valid'] },
  tier: { title: 'Tier', values: TIERS.toReversed() },
  riskLevel: { title: 'Risk', values: RISK_LEVELS.toReversed() },
  lifecycle: { title: 'Lifecycle', values: LIFECYCLES },
  exposure: { title: 'Exposure', values: EXPOSURES.toReversed() },
  dataClass: { title: 'Data class', values: DATA_CLASSES.toReversed() },
  kind: { title: 'Kind', values: API_KINDS },
} satisfies FacetTitles;
