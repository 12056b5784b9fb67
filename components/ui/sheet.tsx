'use client';
import type { ReactNode } from 'react';
import { lazyDialog } from './lazy-dialog.tsx';

export interface SheetProps {
  isOpen: boolean;
  onClose: () => void;
  label: string;
  side?: 'left' | 'right' | 'bottom';
  children: ReactNode;
}

const OpenSheet = lazyDialog(async () => (await import('./sheet-open.tsx')).OpenSheet);

/** A panel that slides in from an edge: navigation and filters on phones. Loaded when it is first opened. */
export function Sheet(props: SheetProps) {
  return props.isOpen ? <OpenSheet {...props} /> : null;
}
