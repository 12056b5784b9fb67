import type { ReactNode } from 'react';
import { cx } from './class-names.ts';

/** Text that explains itself on hover and focus. The one TooltipLayer of the page shows it. */
export function Tip({
  text,
  className,
  children,
}: {
  text: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    // A tooltip that only a pointer can reach would be lost to the keyboard.
    <span tabIndex={0} data-tip={text} className={cx('rounded-sm', className)}>
      {children}
    </span>
  );
}
