import type { Tier } from '#lib/domain/words.ts';
import type { BadgeProps } from './badge.tsx';
import { Badge } from './badge.tsx';
import { LEVEL_WORDS } from './value-words.ts';

const ICONS = {
  low: 'level-1',
  medium: 'level-2',
  high: 'level-3',
  critical: 'level-4',
} as const satisfies Record<Tier, BadgeProps['icon']>;

/** How much an API matters by its nature: bars and a word. */
export function TierBadge({ tier, plain }: { tier: Tier; plain?: boolean }) {
  return (
    <Badge tone={tier} icon={ICONS[tier]} plain={plain}>
      {LEVEL_WORDS[tier]}
    </Badge>
  );
}
