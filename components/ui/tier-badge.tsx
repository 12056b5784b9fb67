import type { Tier } from '#lib/domain/words.ts';
import type { BadgeProps } from './badge.tsx';
import { Badge } from './badge.tsx';

const TIERS = {
  low: { word: 'Low', icon: 'level-1' },
  medium: { word: 'Medium', icon: 'level-2' },
  high: { word: 'High', icon: 'level-3' },
  critical: { word: 'Critical', icon: 'level-4' },
} as const satisfies Record<Tier, { word: string; icon: BadgeProps['icon'] }>;

/** How much an API matters by its nature: bars and a word. */
export function TierBadge({ tier, plain }: { tier: Tier; plain?: boolean }) {
  return (
    <Badge tone={tier} icon={TIERS[tier].icon} plain={plain}>
      {TIERS[tier].word}
    </Badge>
  );
}
