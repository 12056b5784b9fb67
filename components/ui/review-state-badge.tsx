import type { ReviewState } from '#lib/domain/words.ts';
import type { BadgeProps, Tone } from './badge.tsx';
import { Badge } from './badge.tsx';
import { REVIEW_STATE_WORDS } from './value-words.ts';

const STATES = {
  draft: { icon: 'pencil', tone: 'neutral' },
  open: { icon: 'state-awaiting', tone: 'awaiting' },
  'changes-requested': { icon: 'message-square', tone: 'medium' },
  approved: { icon: 'state-allowed', tone: 'allowed' },
  rejected: { icon: 'state-prevented', tone: 'prevented' },
  withdrawn: { icon: 'state-void', tone: 'invalid' },
} as const satisfies Record<ReviewState, { icon: BadgeProps['icon']; tone: Tone }>;

export function ReviewStateBadge({ state, plain }: { state: ReviewState; plain?: boolean }) {
  return (
    <Badge tone={STATES[state].tone} icon={STATES[state].icon} plain={plain}>
      {REVIEW_STATE_WORDS[state]}
    </Badge>
  );
}
