'use client';
import type { ComponentType } from 'react';
import { useState } from 'react';
import { lazyDialog } from './lazy-dialog.tsx';
import type { Selection } from './use-selection.ts';

/**
 * What can be done to chosen rows, fetched with the first choice:
 * `const OfferBar = lazyBulkBar(async () => (await import('./offer-bar.tsx')).OfferBar)`. It stays afterwards, since it
 * may still show a report when nothing is chosen any more.
 */
export function lazyBulkBar<Props extends { selection: Selection; total: number }>(
  load: () => Promise<ComponentType<Props>>,
) {
  const Bar = lazyDialog(load) as ComponentType<Props & { onClose: () => void }>;
  return function LazyBulkBar(props: Props) {
    const [wasUsed, setUsed] = useState(false);
    if (!wasUsed && props.selection.count(props.total) > 0) setUsed(true);
    // Only a bar that cannot be fetched closes itself: the choice goes with it, and the next one is another try.
    const onClose = () => {
      props.selection.clear();
      setUsed(false);
    };
    return wasUsed ? <Bar {...props} onClose={onClose} /> : null;
  };
}
