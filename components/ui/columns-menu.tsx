'use client';
import { useId, useState } from 'react';
import { buttonClass } from './button-class.ts';
import { Icon } from './icon.tsx';
import { lazyDialog } from './lazy-dialog.tsx';
import type { Column } from './table-column.ts';
import { shownColumns } from './table-column.ts';

const load = async () => (await import('./column-choices.tsx')).ColumnChoices;
const ColumnChoices = lazyDialog(load);
const loadAhead = () => void load().catch(() => undefined);

interface ColumnsMenuProps<Row> {
  columns: readonly Column<Row>[];
  shown: readonly string[] | null;
  onChange: (columns: readonly string[] | null) => void;
}

/**
 * Which columns a table shows. Takes `address.columns` and `address.setColumns`. The browser opens it, closes it on Escape
 * and on a press elsewhere, and gives the focus back; what is inside loads when the pointer or the keyboard arrives.
 */
export function ColumnsMenu<Row>({ columns, shown, onChange }: ColumnsMenuProps<Row>) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const keys = shownColumns(columns, shown).map((column) => column.key);
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-expanded={isOpen}
        aria-label="Columns"
        data-tip="Columns"
        onPointerEnter={loadAhead}
        onFocus={loadAhead}
        className={buttonClass('secondary', 'md', true)}
      >
        <Icon name="columns-3" size={14} />
      </button>
      <div
        id={id}
        popover="auto"
        role="group"
        aria-label="Columns"
        // After it is shown, so that what is inside can be measured and focused; emptied only after it is hidden.
        onToggle={(event) => setOpen(event.newState === 'open')}
        className="fixed w-56 overflow-y-auto rounded-md bg-raised p-1 shadow-float"
      >
        {isOpen && <ColumnChoices columns={columns} keys={keys} onChange={onChange} />}
      </div>
    </>
  );
}
