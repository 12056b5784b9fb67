'use client';
import { relativeTime } from '#lib/client/format-time.ts';
import { cx } from './class-names.ts';
import { useNow } from './clock.ts';

interface DueTimeProps {
  /** ISO time. */
  at: string;
  /** `due in 3 days` instead of `in 3 days`, where no heading says what the time is. */
  withWord?: boolean;
}

/** Until when something is to be done; what is late says so. Only for what still waits to be done. */
export function DueTime({ at, withWord = false }: DueTimeProps) {
  const now = useNow();
  const due = Date.parse(at);
  const isLate = due < now;
  const words = isLate ? relativeTime(due, now).replace(/ ago$/, ' late') : relativeTime(due, now);
  return (
    // Server and browser may stand on two sides of a minute.
    <time
      dateTime={at}
      data-tip-time={at}
      className={cx(isLate && 'font-medium text-prevented')}
      suppressHydrationWarning
    >
      {withWord && !isLate ? `due ${words}` : words}
    </time>
  );
}
