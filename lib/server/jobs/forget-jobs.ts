import { lt, sql } from 'drizzle-orm';
import { sessions } from '#db/schema/people.ts';
import { forgetOldKeys } from '../http/idempotency.ts';
import type { Job } from './job.ts';

const HOUR = 3600;

export const forgetOldKeysJob: Job = {
  name: 'forget-old-keys',
  everySeconds: HOUR,
  run: ({ db }) => forgetOldKeys(db),
};

/** That they were opened and ended stays in the audit log. */
export const forgetSessionsJob: Job = {
  name: 'forget-sessions',
  everySeconds: HOUR,
  run: async ({ db }) => {
    const { rowCount } = await db
      .delete(sessions)
      .where(lt(sessions.expiresAt, sql`now() - interval '1 day'`));
    return rowCount ?? 0;
  },
};
