'use client';
import { buttonClass } from './button-class.ts';
import { Icon } from './icon.tsx';
import type { Column } from './table-column.ts';
import { shownColumns } from './table-column.ts';
import { usePopup } from './use-popup.ts';

interface ColumnsMenuProps<Row> {
  columns: readonly Column<Row>[];
  shown: readonly string[] | null;
  onChange: (columns: readonly string[] | null) => void;
}

/** Which columns a table shows. Takes `address.columns` and `address.setColumns`. */
export function ColumnsMenu<Row>({ columns, shown, onChange }: ColumnsMenuProps<Row>) {
  const { triggerProps, popupProps } = usePopup({
    align: 'end',
    onOpen: (popup) => popup.querySelector('input')?.focus(),
  });
  const keys = shownColumns(columns, shown).map((column) => column.key);
  return (
    <>
      <button
        {...triggerProps}
        type="button"
        aria-label="Columns"
        data-tip="Columns"
        className={buttonClass('secondary', 'md', true)}
      >
        <Icon name="columns-3" size={14} />
      </button>
      <div
        {...popupProps}
        role="group"
        aria-label="Columns"
        className="fixed w-56 overflow-y-auto rounded-md bg-raised p-1 shadow-float"
      >
        {columns.slice(1).map(({ key, header }) => (
          <label
            key={key}
            className="flex min-h-8 items-center gap-2 rounded-sm px-2 text-13 hover:bg-active pointer-coarse:min-h-11"
          >
            <input
              type="checkbox"
              className="tick"
              checked={keys.includes(key)}
              onChange={() =>
                onChange(keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key])
              }
            />
            {header}
          </label>
        ))}
        <button
          type="button"
          onClick={() => onChange(null)}
          className="mt-1 flex min-h-8 w-full items-center rounded-sm border-t border-line px-2 text-13 text-muted hover:text-text"
        >
          Usual columns
        </button>
      </div>
    </>
  );
}
