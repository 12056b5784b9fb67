'use client';
import { exactDate, exactTime } from '#lib/client/format-time.ts';
import { useZone } from './zone.tsx';

/** A date, or with `withTime` a moment, in the person's zone. `at` is an ISO time. */
export function ExactTime({
  at,
  withTime = false,
  className,
}: {
  at: string;
  withTime?: boolean;
  className?: string;
}) {
  const zone = useZone();
  const moment = Date.parse(at);
  return (
    <time dateTime={at} data-tip-time={withTime ? undefined : at} className={className}>
      {withTime ? exactTime(moment, zone) : exactDate(moment, zone)}
    </time>
  );
}
