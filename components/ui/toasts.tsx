'use client';
import { useEffect, useSyncExternalStore } from 'react';
import { lazyPart } from './lazy-part.tsx';
import type { Toast } from './toast-store.ts';
import { toastStore } from './toast-store.ts';

const NONE: readonly Toast[] = [];
/** After the page has begun, when the look of messages is fetched. */
const IDLE_MS = 2000;

const load = async () => (await import('./toast-stack.tsx')).ToastStack;
const ToastStack = lazyPart(load, () => null);

/**
 * Where messages appear, and the live region that reads them out. Once a page. The look of messages
 * comes as soon as nothing else is to do: the one that says that the server cannot be reached must not ask it for that.
 */
export function Toasts() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.toasts, () => NONE);
  const announcement = useSyncExternalStore(toastStore.subscribe, toastStore.announcement, () => '');
  const wasUsed = useSyncExternalStore(toastStore.subscribe, toastStore.wasUsed, () => false);
  useEffect(() => {
    const later = setTimeout(() => void load().catch(() => undefined), IDLE_MS);
    return () => clearTimeout(later);
  }, []);
  return (
    <>
      {wasUsed && <ToastStack toasts={toasts} />}
      <div role="status" aria-live="polite" className="sr-only">
        {toasts.at(-1)?.title ?? announcement}
      </div>
    </>
  );
}
