import type { Cause } from '../rule.ts';

/** What is missing from a description without being a weakness by itself: one finding for all of it. */
export const DESCRIPTION_GAPS: Cause = {
  id: 'api9-description-gaps',
  owasp: ['API9'],
  title: 'The description leaves out what reviewers and operators ask',
  why: 'Which addresses are internal and which environment they belong to, who is to be asked, how tokens are checked and renewed, which websites may read answers: what is not written down has to be found out in a hurry later.',
  fix: 'Say of every server whether it is internal (`x-internal`) and which environment it is; name a contact; describe how tokens are verified (RFC 8725) and refreshed, and the allowed origins.',
};
