'use client';
import type { ReactNode } from 'react';
import { cx } from './class-names.ts';
import { useModal } from './use-modal.ts';

export interface SheetProps {
  isOpen: boolean;
  onClose: () => void;
  label: string;
  side?: 'left' | 'right' | 'bottom';
  children: ReactNode;
}

const SIDES = {
  left: 'mr-auto ml-0 my-0 h-dvh max-h-none w-72 max-w-[85vw]',
  right: 'ml-auto mr-0 my-0 h-dvh max-h-none w-96 max-w-full',
  bottom: 'mb-0 mt-auto w-full max-w-none max-h-[85dvh] rounded-t-md',
};

/** The panel of an open sheet. */
export function OpenSheet({ onClose, label, side = 'left', children }: SheetProps) {
  return (
    <dialog
      {...useModal(onClose)}
      aria-label={label}
      data-side={side}
      className={cx('overflow-y-auto overscroll-contain bg-raised shadow-float', SIDES[side])}
    >
      {children}
    </dialog>
  );
}
