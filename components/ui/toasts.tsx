'use client';
import { Suspense, lazy, useSyncExternalStore } from 'react';
import type { Toast } from './toast-store.ts';
import { toastStore } from './toast-store.ts';

const NONE: readonly Toast[] = [];

const ToastStack = lazy(async () => ({ default: (await import('./toast-stack.tsx')).ToastStack }));

/** Where messages appear, and the live region that reads them out. Once a page; the messages' look loads with the first. */
export function Toasts() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.toasts, () => NONE);
  const announcement = useSyncExternalStore(toastStore.subscribe, toastStore.announcement, () => '');
  const wasUsed = useSyncExternalStore(toastStore.subscribe, toastStore.wasUsed, () => false);
  return (
    <>
      <Suspense fallback={null}>{wasUsed && <ToastStack toasts={toasts} />}</Suspense>
      <div role="status" aria-live="polite" className="sr-only">
        {toasts.at(-1)?.title ?? announcement}
      </div>
    </>
  );
}
