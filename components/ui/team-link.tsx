import { Icon } from './icon.tsx';
import { TextLink } from './text-link.tsx';

interface TeamLinkProps {
  /** Null: nobody owns it. */
  slug: string | null;
  name?: string | null | undefined;
  /** Offered to this team, which has not accepted yet. */
  offered?: boolean;
}

/** The team that answers for something, or plainly that none does. */
export function TeamLink({ slug, name, offered }: TeamLinkProps) {
  if (slug === null) {
    return (
      <span className="inline-flex items-center gap-1.5 text-risk-high">
        <Icon name="user-x" size={14} />
        Unowned
      </span>
    );
  }
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-1.5">
      <span className="truncate">
        <TextLink href={`/teams/${slug}`} quiet>
          {name ?? slug}
        </TextLink>
      </span>
      {offered && <span className="text-12 text-muted">offered</span>}
    </span>
  );
}
