'use client';
import type { RefObject } from 'react';
import { useShortcuts } from './use-shortcuts.ts';

const rowsOf = (body: HTMLElement | null) => [...(body?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])];

/** `j` and `k` move the focus through the rows of a table, `x` chooses the row, Enter opens it by its link. */
export function useRowKeys(body: RefObject<HTMLElement | null>, canSelect: boolean): void {
  const move = (step: 1 | -1) => {
    const rows = rowsOf(body.current);
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const next = rows[at === -1 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step))];
    const target = next?.querySelector<HTMLElement>('[data-row-link]') ?? next;
    target?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  const select = () => {
    const row = document.activeElement?.closest('tr[data-row]');
    if (row && body.current?.contains(row))
      row.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
  };
  useShortcuts('Table', [
    { keys: 'j', label: 'Next row', run: () => move(1) },
    { keys: 'k', label: 'Row before', run: () => move(-1) },
    ...(canSelect ? [{ keys: 'x', label: 'Select the row', run: select }] : []),
  ]);
}
