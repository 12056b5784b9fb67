import type { ReactNode } from 'react';
import { formatChange, formatCount } from '#lib/client/format-number.ts';
import { AppLink } from './app-link.tsx';
import { cx } from './class-names.ts';
import { Icon } from './icon.tsx';

export interface StatProps {
  label: string;
  value: number;
  /** The same figure earlier; without it no change is claimed. */
  before?: number | null;
  /** What `before` refers to. */
  since?: string;
  /** Whether more is worse, better, or neither. Decides the colour of the change only. */
  moreIs?: 'worse' | 'better' | 'neutral';
  /** The list behind the figure, where there is one. */
  href?: string | null;
}

function Change({
  difference,
  since,
  moreIs,
}: {
  difference: number;
  since: string;
  moreIs: NonNullable<StatProps['moreIs']>;
}) {
  const isBad = difference !== 0 && moreIs !== 'neutral' && difference > 0 === (moreIs === 'worse');
  const isGood = difference !== 0 && moreIs !== 'neutral' && !isBad;
  return (
    <span
      className={cx(
        'flex min-h-4 items-center gap-0.5 text-12',
        isBad ? 'text-prevented' : isGood ? 'text-allowed' : 'text-muted',
      )}
    >
      {difference !== 0 && <Icon name={difference > 0 ? 'arrow-up' : 'arrow-down'} size={12} />}
      {difference === 0 ? 'Unchanged' : formatChange(difference)} {since}
    </span>
  );
}

/** One figure that leads to its list. */
export function Stat({ label, value, before, since = 'in 30 days', moreIs = 'worse', href }: StatProps) {
  const content = (
    <>
      <span className="pb-0.5 text-13 text-muted">{label}</span>
      <span className="mt-auto text-28 font-semibold tracking-[-0.02em]">{formatCount(value)}</span>
      {before !== undefined && before !== null && (
        <Change difference={value - before} since={since} moreIs={moreIs} />
      )}
    </>
  );
  const box = 'flex min-w-0 flex-col bg-raised px-4 py-3';
  return href ? (
    <AppLink href={href} className={cx(box, 'hover:bg-hover outline-offset-[-2px]')}>
      {content}
    </AppLink>
  ) : (
    <div className={box}>{content}</div>
  );
}

/** Figures in one frame, read from left to right. */
export function StatRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div
      role="group"
      aria-label={label}
      className="grid grid-cols-2 gap-px overflow-hidden rounded-md border border-line bg-line md:grid-cols-3 xl:grid-cols-6"
    >
      {children}
    </div>
  );
}
