import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';

export type EmptyKind = 'nothing' | 'filtered' | 'forbidden';

const ICONS = { nothing: 'inbox', filtered: 'list-filter', forbidden: 'lock' } satisfies Record<
  EmptyKind,
  IconName
>;

interface EmptyStateProps {
  /** `nothing` yet, all `filtered` away, or `forbidden` to see. */
  kind: EmptyKind;
  icon?: IconName;
  title: string;
  /** Why it is so and what would change it, in one sentence or two. */
  children?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ kind, icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center px-6 py-12 text-center">
      <span className="mb-3 inline-flex size-9 items-center justify-center rounded-md border border-line bg-raised text-muted">
        <Icon name={icon ?? ICONS[kind]} size={18} />
      </span>
      <p className="text-14 font-medium">{title}</p>
      {children && <div className="mt-1 max-w-md text-13 text-balance text-muted">{children}</div>}
      {action && <div className="mt-4 flex gap-2">{action}</div>}
    </div>
  );
}
