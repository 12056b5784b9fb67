import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';

export default function NotFound() {
  return (
    <main className="grid min-h-[70dvh] place-items-center">
      <EmptyState
        kind="nothing"
        icon="search"
        title="There is nothing at this address"
        action={<LinkButton href="/">My work</LinkButton>}
      >
        It was never there, has been removed, or you may not see it.
      </EmptyState>
    </main>
  );
}
