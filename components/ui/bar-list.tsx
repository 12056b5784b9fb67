import type { ReactNode } from 'react';
import { formatCount } from '#lib/client/format-number.ts';
import type { Tone } from './badge.tsx';
import { BAR_FILL, barLength } from './chart-tone.ts';
import { cx } from './class-names.ts';
import { TextLink } from './text-link.tsx';

export interface BarItem {
  key: string;
  label: ReactNode;
  value: number;
  /** Shown instead of the plain figure. */
  shown?: ReactNode;
  href?: string | null;
  tone?: Tone;
}

/** Named values beside each other, longest bar = largest value (or `scale`), all from zero. */
export function BarList({
  label,
  items,
  scale,
}: {
  label: string;
  items: readonly BarItem[];
  scale?: number;
}) {
  const largest = scale ?? Math.max(0, ...items.map((item) => item.value));
  return (
    <ul aria-label={label} className="space-y-1">
      {items.map((item) => (
        <li
          key={item.key}
          className="grid grid-cols-[minmax(6rem,11rem)_minmax(0,1fr)_auto] items-center gap-3 text-13"
        >
          <span className="truncate">
            {item.href ? (
              <TextLink href={item.href} quiet>
                {item.label}
              </TextLink>
            ) : (
              item.label
            )}
          </span>
          <span aria-hidden className="h-3 rounded-sm bg-active/60">
            <span
              className={cx('block h-full rounded-sm', BAR_FILL[item.tone ?? 'accent'])}
              style={{ width: barLength(item.value, largest) }}
            />
          </span>
          <span className="min-w-8 text-right font-medium">{item.shown ?? formatCount(item.value)}</span>
        </li>
      ))}
    </ul>
  );
}
