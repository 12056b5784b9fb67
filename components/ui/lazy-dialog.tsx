'use client';
import type { ComponentType } from 'react';
import { Suspense, lazy } from 'react';

/**
 * A dialog (or another thing that opens on request) whose script is fetched when it is first shown, not with the page:
 * `const OfferDialog = lazyDialog(async () => (await import('./offer-dialog.tsx')).OfferDialog)`, outside components.
 * Render it only while it is open.
 */
export function lazyDialog<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const Loaded = lazy(async () => ({ default: await load() }));
  return function LazyDialog(props: Props) {
    return (
      <Suspense fallback={null}>
        <Loaded {...props} />
      </Suspense>
    );
  };
}
