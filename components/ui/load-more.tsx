import { formatCount } from '#lib/client/format-number.ts';
import { ROWS_PER_PAGE } from '#lib/client/table-address.ts';
import { Button } from './button.tsx';

interface LoadMoreProps {
  shown: number;
  total: number | null;
  /** What is counted, in the plural. */
  unit: string;
  hasMore: boolean;
  isBusy?: boolean;
  onMore: () => void;
}

/** How much of the list is in sight, and the way to more of it. */
export function LoadMore({ shown, total, unit, hasMore, isBusy, onMore }: LoadMoreProps) {
  if (total === null || total === 0) return null;
  return (
    <div className="flex min-h-11 items-center justify-between gap-4 border-t border-line px-3 text-12 text-muted">
      <span>
        {hasMore
          ? `${formatCount(shown)} of ${formatCount(total)} ${unit}`
          : total === 1
            ? 'The only one'
            : `All ${formatCount(total)} ${unit}`}
      </span>
      {hasMore && (
        <Button size="sm" variant="ghost" busy={isBusy} onClick={onMore}>
          Show {formatCount(Math.min(ROWS_PER_PAGE, total - shown))} more
        </Button>
      )}
    </div>
  );
}
