'use client';
import { daysUntil } from '#lib/client/format-time.ts';
import { formatCounted } from '#lib/client/format-number.ts';
import type { OwnershipDto } from '#lib/domain/ownership/dto.ts';
import { useNow } from '../ui/clock.ts';
import { cx } from '../ui/class-names.ts';
import { ExactTime } from '../ui/exact-time.tsx';

const SOON = 30;

/** How much of the time for which a confirmation is good has gone by. */
export function ConfirmationClock({ ownership }: { ownership: OwnershipDto }) {
  const now = useNow();
  const { confirmationDueAt, attestationDays } = ownership;
  if (!confirmationDueAt) return null;
  // The clock of the page may be half a minute behind what was just confirmed.
  const left = Math.min(daysUntil(Date.parse(confirmationDueAt), now), attestationDays);
  const isOver = left <= 0;
  const used = Math.min(1, Math.max(0, 1 - left / attestationDays));
  return (
    <div className="text-13">
      <p className="flex flex-wrap justify-between gap-x-4">
        <span className="text-muted">Confirm again by</span>
        <span className={cx('font-medium', isOver && 'text-prevented')}>
          <ExactTime at={confirmationDueAt} />
        </span>
      </p>
      <div className="mt-1.5 h-1.5 overflow-hidden rounded-full bg-active" aria-hidden>
        <span
          className={cx(
            'block h-full rounded-full',
            isOver ? 'bg-prevented' : left <= SOON ? 'bg-risk-medium' : 'bg-allowed',
          )}
          style={{ width: `${Math.max(2, used * 100)}%` }}
        />
      </div>
      <p className={cx('mt-1.5 text-12', isOver ? 'text-prevented' : 'text-muted')}>
        {isOver
          ? `${formatCounted(-left, 'day')} overdue: until a manager confirms, the gate lets nothing through.`
          : `${formatCounted(left, 'day')} left of ${attestationDays}. After that the gate lets nothing through.`}
      </p>
    </div>
  );
}
