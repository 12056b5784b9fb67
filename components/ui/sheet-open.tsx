'use client';
import { cx } from './class-names.ts';
import type { SheetProps } from './sheet.tsx';
import { useModal } from './use-modal.ts';

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
