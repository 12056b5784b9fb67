'use client';
import { lazyDialog } from '../ui/lazy-dialog.tsx';

/** The list of findings does not wait for what comes of mending them. */
export const MendLater = lazyDialog(async () => (await import('./mend-all.tsx')).MendAll);
