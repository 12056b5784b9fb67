'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import type { KeyboardEvent } from 'react';
import type { TeamRowDto } from '#lib/domain/teams/dto.ts';
import { withParts } from '#lib/client/table-address.ts';
import { useRowKeys } from '../ui/use-row-keys.ts';
import { shownColumns } from '../ui/table-column.ts';
import { TEAM_FIGURES } from './team-columns.tsx';
import { TeamTreeRow } from './team-tree-row.tsx';
import { parseOpen, toggleOpen, treeRows } from './team-tree-rows.ts';

const figures = shownColumns([{ key: 'name', header: 'Team', cell: () => null }, ...TEAM_FIGURES], null);

/** Moves the focus among the lines of the tree, by the link that each begins with. */
function focusRow(table: HTMLElement, at: number) {
  table.querySelectorAll<HTMLElement>('[data-row-link]').item(at)?.focus();
}

/** The ownership tree: what rolls up from below stands on every line. Left and right fold and unfold. */
export function TeamTree({ teams }: { teams: readonly TeamRowDto[] }) {
  const pathname = usePathname();
  const search = useSearchParams();
  const rows = treeRows(teams, parseOpen(search.get('open')));
  useRowKeys(false);

  const toggle = (slug: string) =>
    window.history.replaceState(
      null,
      '',
      pathname + withParts(window.location.search, { open: toggleOpen(rows, slug) }),
    );

  function walk(event: KeyboardEvent<HTMLTableElement>) {
    const slug = (event.target as HTMLElement).closest('tr')?.dataset['row'];
    const at = rows.findIndex((row) => row.team.slug === slug);
    const row = rows[at];
    if (!row || event.metaKey || event.ctrlKey || event.altKey) return;
    const move = (to: number) => focusRow(event.currentTarget, to);
    if (event.key === 'ArrowRight' && row.childCount > 0) {
      if (row.isOpen) move(at + 1);
      else toggle(row.team.slug);
    } else if (event.key === 'ArrowLeft') {
      if (row.isOpen) toggle(row.team.slug);
      else move(rows.findLastIndex((one, index) => index < at && one.level < row.level));
    } else if (event.key === 'ArrowDown') move(Math.min(rows.length - 1, at + 1));
    else if (event.key === 'ArrowUp') move(Math.max(0, at - 1));
    else if (event.key === 'Home') move(0);
    else if (event.key === 'End') move(rows.length - 1);
    else return;
    event.preventDefault();
  }

  return (
    <div className="data-table">
      <div className="scroll-x">
        <table role="treegrid" aria-label="Teams" aria-rowcount={rows.length + 1} onKeyDown={walk}>
          <thead role="rowgroup">
            <tr role="row">
              {figures.map((column) => (
                <th
                  key={column.key}
                  role="columnheader"
                  scope="col"
                  data-priority={column.priority}
                  data-align={column.align}
                  data-tip={column.tip}
                  style={column.width === undefined ? undefined : { width: column.width }}
                >
                  {column.header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <TeamTreeRow key={row.team.slug} row={row} onToggle={() => toggle(row.team.slug)} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
