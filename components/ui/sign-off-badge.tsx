'use client';
import type { SignOffState } from '#lib/domain/words.ts';
import type { BadgeProps, Tone } from './badge.tsx';
import { Badge } from './badge.tsx';
import { useNow } from './clock.ts';
import { signOffWords } from './sign-off-words.ts';

const STATES = {
  valid: { icon: 'state-allowed', tone: 'allowed' },
  expiring: { icon: 'state-expiring', tone: 'medium' },
  expired: { icon: 'state-expiring', tone: 'prevented' },
  void: { icon: 'state-void', tone: 'prevented' },
  missing: { icon: 'state-invalid', tone: 'invalid' },
} as const satisfies Record<SignOffState, { icon: BadgeProps['icon']; tone: Tone }>;

interface SignOffBadgeProps {
  state: SignOffState;
  /** ISO time at which it runs out. */
  validUntil?: string | null;
  plain?: boolean;
}

/** Whether a sign-off counts, and for how long. */
export function SignOffBadge({ state, validUntil, plain }: SignOffBadgeProps) {
  const now = useNow();
  const until = validUntil ? Date.parse(validUntil) : null;
  return (
    <Badge tone={STATES[state].tone} icon={STATES[state].icon} plain={plain}>
      {/* Server and browser may stand on two sides of midnight. */}
      <span suppressHydrationWarning>{signOffWords(state, until, now)}</span>
    </Badge>
  );
}
