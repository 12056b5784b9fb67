'use client';
import { useState } from 'react';
import { useWhyNot } from '#lib/client/use-me.ts';
import { mayChangeSomething } from '#lib/domain/ownership/registering.ts';
import { BulkBar } from '../ui/bulk-bar.tsx';
import { Button } from '../ui/button.tsx';
import { lazyDialog } from '../ui/lazy-dialog.tsx';
import type { Selection } from '../ui/use-selection.ts';

const OfferDialog = lazyDialog(async () => (await import('./offer-dialog.tsx')).OfferDialog);

interface OfferBarProps {
  selection: Selection;
  total: number;
  /** Slugs of all that match. */
  readAll: () => Promise<readonly string[]>;
  onDone: () => void;
}

/** Offers the chosen APIs to a team. Who may offer which is reported item by item. */
export function OfferBar(props: OfferBarProps) {
  const [isOffering, setOffering] = useState(false);
  const whyNot = useWhyNot();
  return (
    <>
      <BulkBar selection={props.selection} total={props.total} unit="APIs">
        <Button size="sm" onClick={() => setOffering(true)} disabledReason={whyNot(mayChangeSomething)}>
          Offer to a team
        </Button>
      </BulkBar>
      {isOffering && <OfferDialog {...props} onClose={() => setOffering(false)} />}
    </>
  );
}
