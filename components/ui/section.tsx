import type { ReactNode } from 'react';
import { useId } from 'react';
import { formatCount } from '#lib/client/format-number.ts';
import { cx } from './class-names.ts';

interface SectionProps {
  title: string;
  /** Shown beside the title. */
  count?: number | undefined;
  /** One sentence: what is listed here and by which rule. */
  description?: ReactNode;
  actions?: ReactNode;
  /** `card` draws a border around padded content, `flush` a border around content that brings its own padding (tables). */
  frame?: 'card' | 'flush' | 'none';
  className?: string;
  children: ReactNode;
}

/** A titled part of a page. */
export function Section({
  title,
  count,
  description,
  actions,
  frame = 'card',
  className,
  children,
}: SectionProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={cx('min-w-0', className)}>
      <div className="mb-2 flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1">
        <h2 id={titleId} className="text-14">
          {title}
        </h2>
        {count !== undefined && <span className="text-13 text-muted">{formatCount(count)}</span>}
        {actions && <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div>}
        {description && (
          <div className="w-full text-13 text-muted">
            <p className="max-w-3xl">{description}</p>
          </div>
        )}
      </div>
      <div
        className={cx(
          frame !== 'none' && 'rounded-md border border-line bg-raised',
          frame === 'card' && 'p-4',
          frame === 'flush' && 'overflow-clip',
        )}
      >
        {children}
      </div>
    </section>
  );
}
