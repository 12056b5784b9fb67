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
