import { formatCount } from '#lib/client/format-number.ts';
import type { Tone } from './badge.tsx';
import { AppLink } from './app-link.tsx';
import { BAR_FILL, barLength } from './chart-tone.ts';
import { cx } from './class-names.ts';

export interface ChartColumn {
  key: string;
  /** Under the column; empty to leave a place without a name, so that a neighbour's may be wider than its column. */
  label: string;
  /** Said in full to screen readers and on hover: `Risk 70 to 79: 12 APIs`. */
  title: string;
  value: number;
  tone?: Tone;
  href?: string | null;
}

interface ColumnChartProps {
  label: string;
  columns: readonly ChartColumn[];
  /** Of the columns, in pixels. */
  height?: number;
}

/** Counts side by side from zero: a distribution, a horizon of dates. The figure stands on its column, so no axis is needed. */
export function ColumnChart({ label, columns, height = 140 }: ColumnChartProps) {
  const largest = Math.max(0, ...columns.map((column) => column.value));
  return (
    <ol aria-label={label} className="flex items-end gap-1">
      {columns.map((column) => {
        const drawing = (
          <>
            <span className="sr-only">{column.title}</span>
            <span aria-hidden className="flex flex-col justify-end" style={{ height }}>
              <span
                className={cx(
                  'pb-0.5 text-center text-12',
                  column.value > 0 ? 'font-medium' : 'text-muted/70',
                )}
              >
                {formatCount(column.value)}
              </span>
              <span
                className={cx(
                  'mx-auto block w-full max-w-16 rounded-t-sm',
                  BAR_FILL[column.tone ?? 'accent'],
                )}
                style={{
                  height: `calc((100% - 18px) * ${Number.parseFloat(barLength(column.value, largest)) / 100})`,
                }}
              />
            </span>
            <span
              aria-hidden
              className="flex justify-center border-t border-control pt-1 text-12 whitespace-nowrap text-muted"
            >
              {column.label || '\u00a0'}
            </span>
          </>
        );
        return (
          <li key={column.key} className="min-w-0 flex-1" data-tip={column.title}>
            {column.href && column.value > 0 ? (
              <AppLink href={column.href} className="block rounded-sm hover:bg-hover">
                {drawing}
              </AppLink>
            ) : (
              drawing
            )}
          </li>
        );
      })}
    </ol>
  );
}
