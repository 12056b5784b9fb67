import type { ReviewDto } from '#lib/domain/review/dto.ts';
import type { IconName } from '../ui/icon-names.ts';

export type PanelStep = 'submit' | 'approve' | 'request-changes' | 'reject' | 'withdraw';

/** What each step is called and what will be the case after it. */
export const STEP_WORDS: Record<
  PanelStep,
  { verb: string; icon: IconName; consequence: (review: ReviewDto) => string }
> = {
  submit: {
    verb: 'Submit for sign-off',
    icon: 'send',
    consequence: () =>
      'The people who can sign are asked. Answers stay as they are until changes are requested.',
  },
  approve: {
    verb: 'Sign off',
    icon: 'shield-check',
    consequence: (review) =>
      `You answer for it that ${review.api.name} ${review.revision.version} may run in ${review.environment}. The sign-off counts until it runs out, the description changes materially, or the API changes hands.`,
  },
  'request-changes': {
    verb: 'Request changes',
    icon: 'message-square',
    consequence: (review) =>
      `It goes back to ${review.requestedBy.name}, and sign-offs already given on it are withdrawn.`,
  },
  reject: {
    verb: 'Reject',
    icon: 'ban',
    consequence: (review) =>
      `The review ends. ${review.api.name} needs a new one before it may ship to ${review.environment}.`,
  },
  withdraw: {
    verb: 'Withdraw',
    icon: 'x',
    consequence: () => 'The review ends without a decision. A new one can be requested at any time.',
  },
};
