'use client';
import { relativeTime } from '#lib/client/format-time.ts';
import { useNow } from './clock.ts';

/** `3 days ago`; the exact time in the person's zone on hover. `at` is an ISO time. */
export function RelativeTime({ at, className }: { at: string; className?: string }) {
  const now = useNow();
  return (
    // Server and browser may stand on two sides of a minute.
    <time dateTime={at} data-tip-time={at} className={className} suppressHydrationWarning>
      {relativeTime(Date.parse(at), now)}
    </time>
  );
}
