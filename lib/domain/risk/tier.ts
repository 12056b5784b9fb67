import { TIERS, type Criticality, type DataClass, type Exposure, type Tier } from '../words.ts';

/** What decides how much an API can harm, whatever its state. */
export interface Classification {
  exposure: Exposure;
  dataClass: DataClass;
  criticality: Criticality;
}

export const EXPOSURE_POINTS = { internal: 0, partner: 1, public: 2 } as const satisfies Record<
  Exposure,
  number
>;

export const DATA_CLASS_POINTS = {
  public: 0,
  internal: 1,
  confidential: 2,
  restricted: 3,
} as const satisfies Record<DataClass, number>;

export const CRITICALITY_POINTS = { low: 0, medium: 1, high: 2 } as const satisfies Record<
  Criticality,
  number
>;

/** Least points of each tier; a sum belongs to the last tier whose points it reaches. */
export const TIER_FROM_POINTS = { low: 0, medium: 2, high: 4, critical: 6 } as const satisfies Record<
  Tier,
  number
>;

/** Points of a classification, 0 to 7. */
export function tierPoints({ exposure, dataClass, criticality }: Classification): number {
  return EXPOSURE_POINTS[exposure] + DATA_CLASS_POINTS[dataClass] + CRITICALITY_POINTS[criticality];
}

/** The inherent risk tier. A classification with a word unknown to the tables is `critical`: unknown is never harmless. */
export function tierOf(classification: Classification): Tier {
  const points = tierPoints(classification);
  const reached = TIERS.filter((tier) => points >= TIER_FROM_POINTS[tier]);
  return reached.at(-1) ?? 'critical';
}
