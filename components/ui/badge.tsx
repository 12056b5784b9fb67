import type { ReactNode } from 'react';
import { cx } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';

export type Tone =
  | 'neutral'
  | 'accent'
  | 'low'
  | 'medium'
  | 'high'
  | 'critical'
  | 'allowed'
  | 'prevented'
  | 'awaiting'
  | 'invalid'
  | 'excepted';

const COLOURS = {
  neutral: { text: 'text-muted', soft: 'bg-active text-text' },
  accent: { text: 'text-accent-text', soft: 'bg-accent-soft text-accent-text' },
  low: { text: 'text-risk-low', soft: 'bg-risk-low-soft text-risk-low' },
  medium: { text: 'text-risk-medium', soft: 'bg-risk-medium-soft text-risk-medium' },
  high: { text: 'text-risk-high', soft: 'bg-risk-high-soft text-risk-high' },
  critical: { text: 'text-risk-critical', soft: 'bg-risk-critical-soft text-risk-critical' },
  allowed: { text: 'text-allowed', soft: 'bg-allowed-soft text-allowed' },
  prevented: { text: 'text-prevented', soft: 'bg-prevented-soft text-prevented' },
  awaiting: { text: 'text-awaiting', soft: 'bg-awaiting-soft text-awaiting' },
  invalid: { text: 'text-invalid', soft: 'bg-invalid-soft text-invalid' },
  excepted: { text: 'text-excepted', soft: 'bg-excepted-soft text-excepted' },
} satisfies Record<Tone, { text: string; soft: string }>;

export interface BadgeProps {
  tone?: Tone;
  icon?: IconName | undefined;
  /** In tables: the icon carries the colour, the word stays quiet, nothing is filled. */
  plain?: boolean | undefined;
  tip?: string | undefined;
  children: ReactNode;
}

/** A state in a shape and a word. The colour only repeats what they say. */
export function Badge({ tone = 'neutral', icon, plain, tip, children }: BadgeProps) {
  const { text, soft } = COLOURS[tone];
  return (
    <span
      data-tip={tip}
      className={cx(
        'inline-flex max-w-full items-center gap-1.5 whitespace-nowrap',
        plain ? 'text-13' : cx('h-5.5 rounded-sm px-1.5 text-12 font-medium', soft),
      )}
    >
      {icon && <Icon name={icon} size={14} className={plain ? text : ''} />}
      <span className="truncate">{children}</span>
    </span>
  );
}
