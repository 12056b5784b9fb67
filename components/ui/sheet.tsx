'use client';
import { lazyDialog } from './lazy-dialog.tsx';
import type { SheetProps } from './sheet-open.tsx';

const OpenSheet = lazyDialog(async () => (await import('./sheet-open.tsx')).OpenSheet);

/** A panel that slides in from an edge: navigation and filters on phones. Loaded when it is first opened. */
export function Sheet(props: SheetProps) {
  return props.isOpen ? <OpenSheet {...props} /> : null;
}
