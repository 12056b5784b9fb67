import type { Hit } from '../hit.ts';
import type { Inspection } from '../inspect.ts';
import type { Draft } from './draft.ts';

/** What a remedy has to work with. */
export interface Mending {
  draft: Draft;
  inspection: Inspection;
  /** Untrusted input arrives at the place of the hit. */
  arrives: (hit: Hit) => boolean;
}

/** Mends one place; false where that takes a person. */
export type Remedy = (hit: Hit, mending: Mending) => boolean;

/** Remedies by the id of the rule. They run in this order, and later ones see what earlier ones did. */
export type Remedies = readonly (readonly [rule: string, remedy: Remedy])[];
