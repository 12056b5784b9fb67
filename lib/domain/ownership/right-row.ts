import { forbidden, type Refusal } from '../identity/refusal.ts';
import type { Capacity } from './capacities.ts';

/** Who holds a right, and the sentence for everybody else. Read by the verbs, the buttons and the tests. */
export interface RightRow {
  who: readonly Capacity[];
  otherwise: string;
}

/** Null for who holds one of the capacities, else the refusal for the problem document and the disabled button. */
export const judge = ({ who, otherwise }: RightRow, held: ReadonlySet<Capacity>): Refusal | null =>
  who.some((capacity) => held.has(capacity)) ? null : forbidden(otherwise);
