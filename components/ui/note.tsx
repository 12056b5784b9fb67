import type { ReactNode } from 'react';
import { cx } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';

const TONES = {
  info: { box: 'bg-sunken border border-line', icon: 'info', ink: 'text-muted' },
  warning: { box: 'bg-risk-medium-soft/60', icon: 'triangle-alert', ink: 'text-risk-medium' },
  danger: { box: 'bg-prevented-soft/60', icon: 'triangle-alert', ink: 'text-prevented' },
  done: { box: 'bg-allowed-soft/60', icon: 'circle-check', ink: 'text-allowed' },
} as const satisfies Record<string, { box: string; icon: IconName; ink: string }>;

interface NoteProps {
  tone?: keyof typeof TONES;
  title?: string;
  action?: ReactNode;
  children?: ReactNode;
}

/** Something one should know here, inside a page or a dialog. */
export function Note({ tone = 'info', title, action, children }: NoteProps) {
  const { box, icon, ink } = TONES[tone];
  return (
    <div className={cx('flex gap-2.5 rounded-md p-3 text-13', box)}>
      <Icon name={icon} className={cx('mt-0.5', ink)} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className={cx(title && 'mt-0.5')}>{children}</div>}
      </div>
      {action && <div className="shrink-0">{action}</div>}
    </div>
  );
}
