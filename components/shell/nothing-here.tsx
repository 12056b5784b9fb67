import { EmptyState } from '../ui/empty-state.tsx';
import { LinkButton } from '../ui/link-button.tsx';

/** In place of a page that does not exist, or that one may not see: which of the two is nobody's business. */
export function NothingHere() {
  return (
    <EmptyState
      kind="nothing"
      icon="search"
      title="There is nothing at this address"
      action={<LinkButton href="/">My work</LinkButton>}
    >
      It was never there, has been removed, or you may not see it.
    </EmptyState>
  );
}
