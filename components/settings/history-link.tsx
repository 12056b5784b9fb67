import { LinkButton } from '../ui/link-button.tsx';

/** Leads to everything that was changed about a part of the settings, and by whom. */
export function HistoryLink({ actions }: { actions: readonly string[] }) {
  const query = actions.map((action) => `action=${action}`).join('&');
  return (
    <LinkButton href={`/audit?${query}`} size="sm" variant="ghost" icon="history">
      History
    </LinkButton>
  );
}
