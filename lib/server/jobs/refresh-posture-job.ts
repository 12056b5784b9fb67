import { refreshStale } from '../posture/refresh-stale.ts';
import type { Job } from './job.ts';

/** What time alone has changed in the lists: sign-offs, exceptions and attestations that ran out. */
export const refreshPostureJob: Job = {
  name: 'refresh-posture',
  everySeconds: 10,
  run: async (ctx, signal) => {
    let total = 0;
    while (!signal.aborted) {
      const done = await refreshStale({ ...ctx, now: new Date() });
      if (done === 0) break;
      total += done;
    }
    return total;
  },
};
