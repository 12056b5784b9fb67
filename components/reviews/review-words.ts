import type { ReviewState } from '#lib/domain/words.ts';

/** Whether something is still to be done about it, and so may be late. */
export const isUndecided = (state: ReviewState): boolean =>
  state === 'draft' || state === 'open' || state === 'changes-requested';

/** Words for reviews' filters and their values. */
export const REVIEW_WORDS: Readonly<Record<string, string>> = {
  state: 'State',
  environment: 'Environment',
  waitingFor: 'Waiting for',
  requestedBy: 'Requested by',
  team: 'Team',
  api: 'API',
  me: 'me',
  draft: 'Draft',
  open: 'Open',
  'changes-requested': 'Changes requested',
  approved: 'Approved',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
};
