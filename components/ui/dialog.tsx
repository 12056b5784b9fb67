'use client';
import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import { cx } from './class-names.ts';
import { IconButton } from './icon-button.tsx';

const SIZES = { sm: 'sm:w-104', md: 'sm:w-136', lg: 'sm:w-192' };

export interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  size?: keyof typeof SIZES;
  /** Buttons, the primary one last. */
  footer?: ReactNode;
  /** While something is being saved, neither Escape nor a press outside closes. */
  isBusy?: boolean;
  children: ReactNode;
}

/**
 * Asks for something before the page goes on. The browser keeps the focus inside, closes on Escape and gives the focus
 * back to where it was. On phones it is a sheet from below.
 */
export function Dialog({
  isOpen,
  onClose,
  title,
  description,
  size = 'md',
  footer,
  isBusy = false,
  children,
}: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!isOpen || !element) return;
    if (!element.open) element.showModal();
    return () => element.close();
  }, [isOpen]);

  if (!isOpen) return null;
  return (
    // The keyboard's way to close is Escape, which the browser reports as `cancel`.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        if (!isBusy) onClose();
      }}
      onPointerDown={(event) => event.target === event.currentTarget && !isBusy && onClose()}
      className={cx(
        'max-h-[min(44rem,calc(100dvh-2rem))] w-full max-w-full flex-col overflow-hidden rounded-md bg-raised shadow-float open:flex',
        'max-sm:mb-0 max-sm:max-h-[88dvh] max-sm:rounded-b-none sm:max-w-[calc(100vw-2rem)]',
        SIZES[size],
      )}
    >
      <div className="flex items-start gap-3 px-5 pt-4 pb-3">
        <div className="min-w-0 flex-1">
          <h2 id={titleId} className="text-16">
            {title}
          </h2>
          {description && <div className="mt-1 text-13 text-muted">{description}</div>}
        </div>
        <IconButton
          label="Close"
          icon="x"
          size="sm"
          className="-mr-1.5"
          onClick={onClose}
          disabledReason={isBusy ? 'Wait for the answer.' : null}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
      {footer && (
        <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line bg-sunken px-5 py-3">
          {footer}
        </div>
      )}
    </dialog>
  );
}
