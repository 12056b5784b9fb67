'use client';
import type { ConfirmDialogProps } from './confirm-dialog-open.tsx';
import { lazyDialog } from './lazy-dialog.tsx';

const OpenConfirmDialog = lazyDialog(
  async () => (await import('./confirm-dialog-open.tsx')).OpenConfirmDialog,
);

/** Names the consequence, asks for the reason, then acts. Loaded when it is first opened. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return props.isOpen ? <OpenConfirmDialog {...props} /> : null;
}
