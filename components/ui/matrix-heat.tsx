import type { ReactNode } from 'react';
import { formatCount } from '#lib/client/format-number.ts';
import { AppLink } from './app-link.tsx';
import type { Tone } from './badge.tsx';
import { INK } from './chart-tone.ts';
import { cx } from './class-names.ts';

export interface MatrixHead {
  key: string;
  /** A badge or a word. */
  label: ReactNode;
}

export interface MatrixCell {
  row: string;
  column: string;
  count: number;
  href?: string | null;
}

interface MatrixHeatProps {
  /** What the counts are, and of what: for screen readers. */
  label: string;
  rows: readonly MatrixHead[];
  columns: readonly (MatrixHead & { tone: Tone })[];
  cells: readonly MatrixCell[];
}

/** The deepest tint leaves the text of the cell readable, in per cent. */
const DEEPEST = 34;

/** Counts by two properties. The tint deepens with the count; the figure is what counts. */
export function MatrixHeat({ label, rows, columns, cells }: MatrixHeatProps) {
  const largest = Math.max(1, ...cells.map((cell) => cell.count));
  const find = (row: string, column: string) =>
    cells.find((cell) => cell.row === row && cell.column === column);
  return (
    <div className="scroll-x overflow-x-auto">
      <table aria-label={label} className="w-full min-w-72 border-separate border-spacing-0.5 text-13">
        <thead>
          <tr>
            <td>
              <span className="sr-only">{label}</span>
            </td>
            {columns.map((column) => (
              <th key={column.key} scope="col" className="h-7 px-1 text-center text-12 font-normal">
                {column.label}
              </th>
            ))}
            <th scope="col" className="w-10 px-1 text-right sm:w-14 text-12 font-normal text-muted">
              All
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" className="w-16 pr-2 text-left sm:w-24 sm:pr-3 font-normal">
                {row.label}
              </th>
              {columns.map((column) => {
                const cell = find(row.key, column.key);
                const count = cell?.count ?? 0;
                const tint = count === 0 ? 0 : 8 + (count / largest) * (DEEPEST - 8);
                const look = cx(
                  'flex h-10 items-center justify-center rounded-sm',
                  count === 0 ? 'text-muted/70' : 'font-semibold',
                );
                return (
                  <td
                    key={column.key}
                    className="rounded-sm bg-active/50 p-0"
                    style={
                      count === 0
                        ? undefined
                        : { background: `color-mix(in oklab, ${INK[column.tone]} ${tint}%, var(--raised))` }
                    }
                  >
                    {cell?.href && count > 0 ? (
                      <AppLink href={cell.href} className={cx(look, 'hover:underline')}>
                        {formatCount(count)}
                      </AppLink>
                    ) : (
                      <span className={look}>{formatCount(count)}</span>
                    )}
                  </td>
                );
              })}
              <td className="px-1 text-right text-muted">
                {formatCount(
                  columns.reduce((sum, column) => sum + (find(row.key, column.key)?.count ?? 0), 0),
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
