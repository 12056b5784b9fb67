'use client';
import { useShortcuts } from './use-shortcuts.ts';

const rowsOfPage = () => [...document.querySelectorAll<HTMLElement>('.data-table tr[data-row]')];

/** A page may hold several tables: the keys walk through all of them from top to bottom. */
function move(step: 1 | -1) {
  const rows = rowsOfPage();
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[at === -1 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step))];
  const target = next?.querySelector<HTMLElement>('[data-row-link]') ?? next;
  target?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function select() {
  document.activeElement
    ?.closest('.data-table tr[data-row]')
    ?.querySelector<HTMLInputElement>('input[type=checkbox]')
    ?.click();
}

/** `j` and `k` move the focus through the rows, `x` chooses the row, Enter opens it by its link. */
export function useRowKeys(canSelect: boolean): void {
  useShortcuts('Table', [
    { keys: 'j', label: 'Next row', run: () => move(1) },
    { keys: 'k', label: 'Row before', run: () => move(-1) },
    ...(canSelect ? [{ keys: 'x', label: 'Select the row', run: select }] : []),
  ]);
}
