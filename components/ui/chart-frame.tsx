'use client';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { cx } from './class-names.ts';
import { Menu } from './menu.tsx';

export interface ChartTable {
  /** Heads of the columns. */
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

interface ChartFrameProps {
  title: string;
  /** What is counted, and when, in one sentence. */
  description?: ReactNode;
  /** The same data in figures: shown instead of the chart on request, and saved as CSV. */
  table: ChartTable;
  /** File name without its ending. */
  name: string;
  actions?: ReactNode;
  className?: string;
  /** The chart. */
  children: ReactNode;
}

const isFigure = (cell: string | number | undefined) =>
  typeof cell === 'number' || /^[\d.,–-]*$/.test(cell ?? '');

function FigureTable({ columns, rows }: ChartTable) {
  // Words begin where others begin, figures end where others end.
  const side = columns.map((_, at) =>
    at > 0 && rows.every((row) => isFigure(row[at])) ? 'text-right' : 'text-left',
  );
  return (
    <div className="scroll-x max-h-80 overflow-auto">
      <table className="w-full text-13">
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th
                key={column}
                scope="col"
                className={cx(
                  'h-8 border-b border-line px-2 text-12 font-medium text-muted first:pl-0 last:pr-0',
                  side[at],
                )}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={`${index}${row[0]}`}>
              {row.map((cell, at) => (
                <td
                  key={columns[at]}
                  className={cx('h-8 border-b border-line px-2 py-1.5 first:pl-0 last:pr-0', side[at])}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A chart with its title, and the same data as a table and as CSV one press away. */
export function ChartFrame({
  title,
  description,
  table,
  name,
  actions,
  className,
  children,
}: ChartFrameProps) {
  const titleId = useId();
  const [isTable, setTable] = useState(false);
  const save = async () => {
    const { csvRow, saveFile } = await import('#lib/client/download.ts');
    const text = [csvRow(table.columns), ...table.rows.map(csvRow)].join('\r\n');
    saveFile(new Blob([`${text}\r\n`], { type: 'text/csv' }), `${name}.csv`);
  };
  return (
    <figure
      aria-labelledby={titleId}
      className={cx('min-w-0 rounded-md border border-line bg-raised', className)}
    >
      <figcaption className="flex items-start gap-3 px-4 pt-3 pb-1">
        <div className="min-w-0 flex-1">
          <h2 id={titleId} className="text-14">
            {title}
          </h2>
          {description && <p className="text-13 text-muted">{description}</p>}
        </div>
        <div className="no-print -mr-2 flex items-center gap-1">
          {actions}
          <Menu
            label={`Options of ${title}`}
            icon="ellipsis"
            size="sm"
            items={[
              {
                label: isTable ? 'As a chart' : 'As a table',
                icon: isTable ? 'chart-column' : 'table-2',
                onSelect: () => setTable(!isTable),
              },
              { label: 'Save as CSV', icon: 'download', onSelect: () => void save() },
            ]}
          />
        </div>
      </figcaption>
      <div className="px-4 pt-2 pb-4">{isTable ? <FigureTable {...table} /> : children}</div>
    </figure>
  );
}
