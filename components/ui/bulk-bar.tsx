'use client';
import type { ReactNode } from 'react';
import { formatCount } from '#lib/client/format-number.ts';
import { Button } from './button.tsx';
import type { Selection } from './use-selection.ts';
import { useShortcuts } from './use-shortcuts.ts';

interface BulkBarProps {
  selection: Selection;
  /** Rows under the filter, loaded or not. */
  total: number;
  /** What is counted, in the plural. */
  unit: string;
  /** Buttons for what can be done to all of them. */
  children: ReactNode;
}

/** What can be done to the chosen rows, or to all that match. Lies above the lower edge while something is chosen. */
export function BulkBar(props: BulkBarProps) {
  return props.selection.count(props.total) > 0 ? <OpenBulkBar {...props} /> : null;
}

function OpenBulkBar({ selection, total, unit, children }: BulkBarProps) {
  const count = selection.count(total);
  useShortcuts('Selection', [{ keys: 'Escape', label: 'Clear the selection', run: selection.clear }]);
  return (
    <div className="no-print sticky bottom-4 z-20 mx-auto flex w-fit max-w-full flex-wrap items-center gap-x-3 gap-y-2 rounded-md bg-raised py-2 pr-2 pl-4 shadow-float">
      <p role="status" className="text-13 font-medium">
        {formatCount(count)} selected
      </p>
      {!selection.isAllMatching && count < total && (
        <button
          type="button"
          onClick={selection.selectAllMatching}
          className="rounded-sm text-13 text-accent-text hover:underline"
        >
          Select all {formatCount(total)} {unit} that match
        </button>
      )}
      <span className="flex flex-wrap items-center gap-2">
        {children}
        <Button variant="ghost" onClick={selection.clear} shortcut="Esc">
          Clear
        </Button>
      </span>
    </div>
  );
}
