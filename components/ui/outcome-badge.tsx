import type { Outcome } from '#lib/domain/words.ts';
import type { BadgeProps } from './badge.tsx';
import { Badge } from './badge.tsx';

const OUTCOMES = {
  allowed: { word: 'May ship', icon: 'state-allowed' },
  prevented: { word: 'Blocked', icon: 'state-prevented' },
  awaiting: { word: 'Awaiting people', icon: 'state-awaiting' },
  invalid: { word: 'Unknown', icon: 'state-invalid' },
} as const satisfies Record<Outcome, { word: string; icon: BadgeProps['icon'] }>;

/** What the gate says. */
export function OutcomeBadge({ outcome, plain }: { outcome: Outcome; plain?: boolean }) {
  return (
    <Badge tone={outcome} icon={OUTCOMES[outcome].icon} plain={plain}>
      {OUTCOMES[outcome].word}
    </Badge>
  );
}
