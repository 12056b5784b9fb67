'use client';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { cx } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import { useModal } from './use-modal.ts';

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
 * Asks for something before the page goes on. Closes on Escape and on a press outside; the focus returns to where it was.
 * On phones it is a sheet from below.
 */
export function Dialog(props: DialogProps) {
  return props.isOpen ? <OpenDialog {...props} /> : null;
}

function OpenDialog({
  onClose,
  title,
  description,
  size = 'md',
  footer,
  isBusy = false,
  children,
}: DialogProps) {
  const titleId = useId();
  const modal = useModal(() => !isBusy && onClose());
  return (
    <dialog
      {...modal}
      aria-labelledby={titleId}
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
      <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">{children}</div>
      {footer && (
        <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line bg-head px-5 py-3">
          {footer}
        </div>
      )}
    </dialog>
  );
}
