import { cx } from './class-names.ts';

/** The place of something that is on its way, in its final size. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx('skeleton block h-3.5', className)} />;
}

const WIDTHS = ['w-full', 'w-11/12', 'w-4/5', 'w-2/3'];

export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return (
    <span role="status" aria-label="Loading" className="block space-y-2.5">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} className={WIDTHS[line === lines - 1 ? 3 : line % 3] ?? ''} />
      ))}
    </span>
  );
}

/** A page before its first answer: for `loading.tsx`. */
export function PageSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="px-4 py-5 sm:px-6">
      <Skeleton className="h-6 w-56" />
      <Skeleton className="mt-3 w-80 max-w-full" />
      <div className="mt-7 overflow-hidden rounded-md border border-line">
        {Array.from({ length: 10 }, (_, row) => (
          <div key={row} className="flex h-9 items-center gap-6 border-b border-line px-3 last:border-0">
            <Skeleton className="w-2/5" />
            <Skeleton className="w-1/6" />
            <Skeleton className="w-1/12" />
          </div>
        ))}
      </div>
    </div>
  );
}
