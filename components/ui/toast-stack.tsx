'use client';
import { useEffect, useRef } from 'react';
import { cx } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';
import { IconButton } from './icon-button.tsx';
import { TextLink } from './text-link.tsx';
import type { Toast, ToastMessage } from './toast-store.ts';
import { dismissToast } from './toast-store.ts';

const TONES = {
  done: { icon: 'circle-check', ink: 'text-allowed' },
  info: { icon: 'info', ink: 'text-muted' },
  error: { icon: 'triangle-alert', ink: 'text-prevented' },
} as const satisfies Record<NonNullable<ToastMessage['tone']>, { icon: IconName; ink: string }>;

function ToastCard({ toast }: { toast: Toast }) {
  const { icon, ink } = TONES[toast.tone ?? 'done'];
  return (
    <div className="flex w-84 max-w-full gap-2.5 rounded-md bg-raised p-3 text-13 shadow-float">
      <Icon name={icon} className={cx('mt-0.5', ink)} />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{toast.title}</p>
        {toast.detail && <p className="text-muted">{toast.detail}</p>}
        {toast.action && (
          <p className="mt-1">
            <TextLink href={toast.action.href}>{toast.action.label}</TextLink>
          </p>
        )}
      </div>
      <IconButton
        label="Close"
        icon="x"
        size="sm"
        className="-mt-1 -mr-1"
        onClick={() => dismissToast(toast.id)}
      />
    </div>
  );
}

/** The messages, above everything. */
export function ToastStack({ toasts }: { toasts: readonly Toast[] }) {
  const region = useRef<HTMLDivElement>(null);

  // Shown anew for each message, so that it lies above a dialog that opened since.
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    if (element.matches(':popover-open')) element.hidePopover();
    if (toasts.length > 0) element.showPopover();
  }, [toasts]);

  return (
    <div
      ref={region}
      popover="manual"
      role="region"
      aria-label="Messages"
      className="fixed right-4 bottom-4 left-auto max-w-[calc(100vw-2rem)] max-sm:left-4"
    >
      <div className="flex flex-col gap-2">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </div>
    </div>
  );
}
