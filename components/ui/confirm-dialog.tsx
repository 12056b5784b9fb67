'use client';
import type { ReactNode } from 'react';
import { lazyDialog } from './lazy-dialog.tsx';

export interface ConfirmDialogProps {
  isOpen: boolean;
  onClose: () => void;
  /** The question with its verb: `Hand over 12 APIs`. */
  title: string;
  /** What will be the case afterwards: `12 APIs will be unowned.` */
  consequence: ReactNode;
  /** The verb on the button. */
  confirmLabel: string;
  isDanger?: boolean;
  /** Asks why, and does not go on without an answer unless `optional`. The reason goes into the audit log. */
  reason?: { label?: string; placeholder?: string; optional?: boolean };
  /** Does it. The dialog stays open with the error when this throws, and closes when it resolves. */
  onConfirm: (reason: string) => Promise<unknown>;
  children?: ReactNode;
}

const OpenConfirmDialog = lazyDialog(
  async () => (await import('./confirm-dialog-open.tsx')).OpenConfirmDialog,
);

/** Names the consequence, asks for the reason, then acts. Loaded when it is first opened. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return props.isOpen ? <OpenConfirmDialog {...props} /> : null;
}
