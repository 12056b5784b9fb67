import { nextSort } from '#lib/client/table-address.ts';
import { Checkbox } from './checkbox.tsx';
import { cx } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { Column } from './table-column.ts';
import { sortDirection } from './table-column.ts';
import { HEAD_CELL, ROW, ROW_GROUP } from './table-roles.ts';
import type { Selection } from './use-selection.ts';

interface TableHeadProps<Row> {
  columns: readonly Column<Row>[];
  sort: string;
  onSort: ((sort: string) => void) | undefined;
  selection: Selection | undefined;
  keys: readonly string[];
}

function SortButton({
  column,
  sort,
  onSort,
}: {
  column: Pick<Column<never>, 'header' | 'sort' | 'startsDescending' | 'align'>;
  sort: string;
  onSort: (sort: string) => void;
}) {
  const direction = sortDirection(column.sort, sort);
  return (
    <button
      type="button"
      onClick={() => onSort(nextSort(sort, column.sort ?? '', column.startsDescending ?? false))}
      className={cx(
        'group/sort -mx-1 inline-flex items-center gap-1 rounded-sm px-1 py-0.5 hover:text-text',
        direction && 'text-text',
      )}
    >
      {column.header}
      <Icon
        name={
          direction === 'descending' || (!direction && column.startsDescending) ? 'arrow-down' : 'arrow-up'
        }
        size={12}
        className={
          direction ? '' : 'opacity-0 group-hover/sort:opacity-60 group-focus-visible/sort:opacity-60'
        }
      />
    </button>
  );
}

export function TableHead<Row>({ columns, sort, onSort, selection, keys }: TableHeadProps<Row>) {
  const chosen = selection ? keys.filter((key) => selection.has(key)).length : 0;
  return (
    <thead {...ROW_GROUP}>
      <tr {...ROW}>
        {selection && (
          <th {...HEAD_CELL} className="w-10">
            <Checkbox
              label="Select all loaded rows"
              checked={keys.length > 0 && chosen === keys.length}
              isMixed={chosen > 0 && chosen < keys.length}
              onChange={() => selection.toggleAll(keys)}
            />
          </th>
        )}
        {columns.map((column) => (
          <th
            key={column.key}
            {...HEAD_CELL}
            aria-sort={sortDirection(column.sort, sort)}
            data-priority={column.priority}
            data-align={column.align}
            data-tip={column.tip}
            style={column.width === undefined ? undefined : { width: column.width }}
          >
            {column.sort && onSort ? (
              <SortButton column={column} sort={sort} onSort={onSort} />
            ) : (
              column.header
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}
