import type { Severity } from '#lib/domain/words.ts';
import type { BadgeProps, Tone } from './badge.tsx';
import { Badge } from './badge.tsx';

const SEVERITIES = {
  critical: { word: 'Critical', icon: 'severity-critical', tone: 'critical' },
  high: { word: 'High', icon: 'severity-high', tone: 'high' },
  medium: { word: 'Medium', icon: 'severity-medium', tone: 'medium' },
  low: { word: 'Low', icon: 'severity-low', tone: 'low' },
  info: { word: 'Info', icon: 'severity-info', tone: 'neutral' },
} as const satisfies Record<Severity, { word: string; icon: BadgeProps['icon']; tone: Tone }>;

/** How bad a finding is. `count` makes it a tally: `3 Critical`. */
export function SeverityBadge({
  severity,
  count,
  plain,
}: {
  severity: Severity;
  count?: number;
  plain?: boolean;
}) {
  const { word, icon, tone } = SEVERITIES[severity];
  return (
    <Badge tone={tone} icon={icon} plain={plain}>
      {count === undefined ? word : `${count} ${word.toLowerCase()}`}
    </Badge>
  );
}
