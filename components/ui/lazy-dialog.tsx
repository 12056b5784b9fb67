'use client';
import type { ComponentType } from 'react';
import { useEffect } from 'react';
import { lazyPart } from './lazy-part.tsx';
import { showToast } from './toast-store.ts';

/** Says that it cannot be opened, and closes what was about to open. */
function Unopened({ onClose }: { onClose?: () => void }) {
  useEffect(() => {
    showToast({
      tone: 'error',
      title: 'This could not be opened',
      detail: 'A part of Gatehouse could not be fetched. Check the connection, then try again.',
    });
    onClose?.();
  }, [onClose]);
  return null;
}

/**
 * A dialog (or another thing that opens on request) whose script is fetched when it is first shown, not with the page:
 * `const OfferDialog = lazyDialog(async () => (await import('./offer-dialog.tsx')).OfferDialog)`, outside components.
 * Render it only while it is open.
 */
export const lazyDialog = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazyPart(load, Unopened as ComponentType<Props>);
