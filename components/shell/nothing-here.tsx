import type { ReactNode } from 'react';
import { EmptyState } from '../ui/empty-state.tsx';

/** In place of a page that does not exist, or that one may not see: which of the two is nobody's business. */
export function NothingHere({ way }: { /** The way to a page that does exist. */ way: ReactNode }) {
  return (
    <EmptyState kind="nothing" icon="search" title="There is nothing at this address" action={way}>
      It was never there, has been removed, or you may not see it.
    </EmptyState>
  );
}
