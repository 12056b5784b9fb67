import type { ReviewState } from '#lib/domain/words.ts';
import type { BadgeProps, Tone } from './badge.tsx';
import { Badge } from './badge.tsx';

const STATES = {
  draft: { word: 'Draft', icon: 'pencil', tone: 'neutral' },
  open: { word: 'Open', icon: 'state-awaiting', tone: 'awaiting' },
  'changes-requested': { word: 'Changes requested', icon: 'message-square', tone: 'medium' },
  approved: { word: 'Approved', icon: 'state-allowed', tone: 'allowed' },
  rejected: { word: 'Rejected', icon: 'state-prevented', tone: 'prevented' },
  withdrawn: { word: 'Withdrawn', icon: 'state-void', tone: 'invalid' },
} as const satisfies Record<ReviewState, { word: string; icon: BadgeProps['icon']; tone: Tone }>;

export function ReviewStateBadge({ state, plain }: { state: ReviewState; plain?: boolean }) {
  return (
    <Badge tone={STATES[state].tone} icon={STATES[state].icon} plain={plain}>
      {STATES[state].word}
    </Badge>
  );
}
