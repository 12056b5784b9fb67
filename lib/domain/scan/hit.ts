import type { Side } from './grammar.ts';
import type { Rule } from './rule.ts';

/** One rule at one place, once, however many ways lead there. */
export interface Hit {
  rule: Rule;
  pointer: string;
  unit: number;
  side: Side;
  /** A way without references leads there. */
  isDirect: boolean;
  /** The rule came there over a reference; for a direct one it is still to be seen whether there is such a way too. */
  isReferred: boolean;
}
