'use client';
import type { ComponentProps } from 'react';
import { useEffect, useRef } from 'react';
import { cx } from './class-names.ts';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'ref'> {
  /** What it is for, for screen readers, where no visible label names it. */
  label?: string;
  /** Some, but not all, of what it stands for. */
  isMixed?: boolean;
}

/** A tick box without a visible label: tables, lists. */
export function Checkbox({ label, isMixed = false, className, ...input }: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = isMixed;
  }, [isMixed]);
  return (
    <input
      ref={box}
      type="checkbox"
      aria-label={label}
      {...input}
      className={cx('tick touch-target', className)}
    />
  );
}
