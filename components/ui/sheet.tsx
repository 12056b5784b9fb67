'use client';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { cx } from './class-names.ts';

interface SheetProps {
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

/** A panel that slides in from an edge: navigation and filters on phones. */
export function Sheet({ isOpen, onClose, label, side = 'left', children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!isOpen || !element) return;
    if (!element.open) element.showModal();
    return () => element.close();
  }, [isOpen]);
  if (!isOpen) return null;
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      aria-label={label}
      data-side={side}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
      className={cx('overflow-y-auto overscroll-contain bg-raised shadow-float', SIDES[side])}
    >
      {children}
    </dialog>
  );
}
