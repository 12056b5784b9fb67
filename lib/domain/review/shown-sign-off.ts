import type { GateMode } from '../words.ts';

/** How sign-offs stand in one environment, as far as choosing among them goes. */
export interface SignOffOfEnvironment {
  /** Slug of the environment. */
  environment: string;
  gate: GateMode;
  /** Whether anybody has signed, though it may not be enough or count no more. */
  isSigned: boolean;
}

export const PRODUCTION = 'production';

/**
 * The sign-off that stands for the whole API where there is room for one: production's. Companies that call their last
 * environment something else sign for that one: an API that nobody ever signed for production shows the last enforcing
 * environment it was signed for.
 *
 * @param rows one for each environment, in the order of the environments
 * @returns the one of them to show; null when nobody signed for production or for an enforcing environment
 */
export function shownSignOff<Row extends SignOffOfEnvironment>(rows: readonly Row[]): Row | null {
  const signed = rows.filter(({ isSigned }) => isSigned);
  const production = signed.find(({ environment }) => environment === PRODUCTION);
  return production ?? signed.findLast(({ gate }) => gate === 'enforce') ?? null;
}
