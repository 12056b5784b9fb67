import type { MouseEvent } from 'react';
import { AppLink } from './app-link.tsx';
import { Checkbox } from './checkbox.tsx';
import type { Column } from './table-column.ts';
import { CELL, ROW } from './table-roles.ts';
import type { Selection } from './use-selection.ts';

interface TableRowProps<Row> {
  row: Row;
  rowKey: string;
  /** Names the row for screen readers. */
  label: string;
  href: string | undefined;
  columns: readonly Column<Row>[];
  selection: Selection | undefined;
  order: readonly string[];
  index: number;
}

export function TableRow<Row>({
  row,
  rowKey,
  label,
  href,
  columns,
  selection,
  order,
  index,
}: TableRowProps<Row>) {
  const isSelected = selection?.has(rowKey) ?? false;
  const select = (event: MouseEvent) =>
    event.shiftKey ? selection?.extendTo(rowKey, order) : selection?.toggle(rowKey);
  return (
    <tr
      {...ROW}
      aria-rowindex={index + 2}
      data-row={rowKey}
      data-selected={isSelected || undefined}
      tabIndex={href ? undefined : -1}
    >
      {selection && (
        <td {...CELL} className="w-10">
          <Checkbox
            label={`Select ${label}`}
            checked={isSelected}
            onClick={select}
            onChange={() => undefined}
          />
        </td>
      )}
      {columns.map((column, at) => (
        <td
          key={column.key}
          {...CELL}
          data-priority={column.priority}
          data-align={column.align}
          data-label={at > 0 && column.isNamedInCard !== false ? column.header : undefined}
        >
          {at === 0 && href ? (
            <AppLink href={href} data-row-link className="row-link">
              {column.cell(row)}
            </AppLink>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  );
}
