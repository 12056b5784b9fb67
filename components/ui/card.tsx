import type { ReactNode } from 'react';
import { cx } from './class-names.ts';

/** A bordered box. */
export function Card({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={cx('rounded-md border border-line bg-raised p-4', className)}>{children}</div>;
}
