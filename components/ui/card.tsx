import type { ReactNode } from 'react';
import { cx } from './class-names.ts';

/** A bordered box. `isFlush` leaves the padding to what is inside. */
export function Card({
  isFlush,
  className,
  children,
}: {
  isFlush?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div
      className={cx('overflow-clip rounded-md border border-line bg-raised', !isFlush && 'p-4', className)}
    >
      {children}
    </div>
  );
}
