import type { Job } from '../jobs/job.ts';
import { outdatedScans } from './outdated-scans.ts';
import { rescanRevision } from './rescan-revision.ts';

const BATCH = 20;
const HOUR = 3600;
/** Ends before the next turn could count it as lost; what is left is the next turn's. */
const LONGEST_TURN_MS = (HOUR - 300) * 1000;

/**
 * Scans the newest description of every API, and the one that runs in production, again when the rules have changed, one
 * at a time: an upload waits for one at most.
 */
export const rescanJob: Job = {
  name: 'rescan',
  everySeconds: 60,
  expireInSeconds: HOUR,
  run: async (ctx, signal) => {
    const started = Date.now();
    let total = 0;
    for (;;) {
      const outdated = await outdatedScans(ctx.db, BATCH);
      if (outdated.length === 0) return total;
      for (const scan of outdated) {
        if (signal.aborted || Date.now() - started > LONGEST_TURN_MS) return total;
        if (await rescanRevision({ ...ctx, now: new Date() }, scan)) total += 1;
      }
    }
  },
};
