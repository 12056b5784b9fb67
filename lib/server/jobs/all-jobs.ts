import { forgetOldKeysJob, forgetSessionsJob } from './forget-jobs.ts';
import type { Job } from './job.ts';
import { refreshPostureJob } from './refresh-posture-job.ts';
import { rescanJob } from '../findings/rescan-job.ts';

/** What the background worker does. */
export const ALL_JOBS: readonly Job[] = [refreshPostureJob, rescanJob, forgetOldKeysJob, forgetSessionsJob];
