import type { Ctx } from '../context.ts';

/** Background work that time asks for. It may be cut off anywhere and run beside itself in another replica. */
export interface Job {
  /** Name of its queue. */
  name: string;
  /** It is due once in every such span, whichever replica gets it. */
  everySeconds: number;
  /** Longest it may take before it counts as lost. */
  expireInSeconds?: number;
  /** Does what is due now and says how much that was. `signal` asks it to stop between two steps. */
  run: (ctx: Ctx, signal: AbortSignal) => Promise<number>;
}
