import { AppLink } from '../ui/app-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { TEAM_FIGURES } from './team-columns.tsx';
import type { TreeRow } from './team-tree-rows.ts';

const INDENT = 22;

/** One team of the tree. The whole line leads to it; the arrow before its name folds and unfolds. */
export function TeamTreeRow({ row, onToggle }: { row: TreeRow; onToggle: () => void }) {
  const { team, level, isOpen, childCount } = row;
  const verb = isOpen ? 'Fold' : 'Unfold';
  return (
    <tr
      role="row"
      data-row={team.slug}
      aria-level={level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={childCount > 0 ? isOpen : undefined}
    >
      <td role="gridcell">
        <span
          className="flex min-w-0 items-center gap-1"
          style={{ paddingInlineStart: (level - 1) * INDENT }}
        >
          {childCount > 0 ? (
            <button
              type="button"
              tabIndex={-1}
              aria-label={`${verb} ${team.name}`}
              onClick={onToggle}
              className="touch-target relative z-1 -ml-1 inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-muted hover:bg-active hover:text-text"
            >
              <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={14} />
            </button>
          ) : (
            <span className="w-5 shrink-0" />
          )}
          <AppLink href={`/teams/${team.slug}`} data-row-link className="row-link truncate">
            {team.name}
          </AppLink>
          {childCount > 0 && !isOpen && (
            <span className="shrink-0 text-12 text-muted">
              {childCount} {childCount === 1 ? 'team' : 'teams'} below
            </span>
          )}
        </span>
      </td>
      {TEAM_FIGURES.map((column) => (
        <td
          key={column.key}
          role="gridcell"
          data-priority={column.priority}
          data-align={column.align}
          data-label={column.header}
        >
          {column.cell(team)}
        </td>
      ))}
    </tr>
  );
}
