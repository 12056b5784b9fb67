import { REVIEW_STATE_WORDS } from '../ui/value-words.ts';

/** Words for reviews' filters and their values. */
export const REVIEW_WORDS: Readonly<Record<string, string>> = {
  state: 'State',
  environment: 'Environment',
  waitingFor: 'Waiting for',
  requestedBy: 'Requested by',
  team: 'Team',
  api: 'API',
  me: 'me',
  ...REVIEW_STATE_WORDS,
};
