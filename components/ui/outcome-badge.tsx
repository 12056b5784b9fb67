import type { Outcome } from '#lib/domain/words.ts';
import type { BadgeProps } from './badge.tsx';
import { Badge } from './badge.tsx';
import { OUTCOME_WORDS } from './value-words.ts';

const ICONS = {
  allowed: 'state-allowed',
  prevented: 'state-prevented',
  awaiting: 'state-awaiting',
  invalid: 'state-invalid',
} as const satisfies Record<Outcome, BadgeProps['icon']>;

/** What the gate says. */
export function OutcomeBadge({ outcome, plain }: { outcome: Outcome; plain?: boolean }) {
  return (
    <Badge tone={outcome} icon={ICONS[outcome]} plain={plain}>
      {OUTCOME_WORDS[outcome]}
    </Badge>
  );
}
