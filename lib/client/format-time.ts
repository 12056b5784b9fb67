const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** The largest unit that fits, rounded down: never says more time has passed than has. */
function inWords(milliseconds: number): string {
  if (milliseconds < HOUR) return plural(Math.floor(milliseconds / MINUTE), 'minute');
  if (milliseconds < DAY) return plural(Math.floor(milliseconds / HOUR), 'hour');
  const days = Math.floor(milliseconds / DAY);
  if (days < 45) return plural(days, 'day');
  if (days < 365) return plural(Math.floor(days / 30.44), 'month');
  return plural(Math.floor(days / 365.25) || 1, 'year');
}

/** `just now`, `3 minutes ago`, `in 5 days`; both in milliseconds since 1970. */
export function relativeTime(at: number, now: number): string {
  const distance = Math.abs(now - at);
  if (distance < MINUTE) return 'just now';
  return at < now ? `${inWords(distance)} ago` : `in ${inWords(distance)}`;
}

/** A length of time in its two largest units: `2 hours 5 minutes`, `3 days`, `45 seconds`, `under a second`. */
export function durationWords(milliseconds: number): string {
  if (milliseconds < 1000) return 'under a second';
  const parts: string[] = [];
  let rest = Math.floor(milliseconds / 1000);
  for (const [unit, seconds] of [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
    ['second', 1],
  ] as const) {
    const count = Math.floor(rest / seconds);
    rest -= count * seconds;
    if (count > 0) parts.push(plural(count, unit));
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.join(' ');
}

/** Whole days until a moment, rounded up, so that the last day is day 1; negative when past, 0 when it passed today. */
export function daysUntil(at: number, now: number): number {
  const days = (at - now) / DAY;
  return days > 0 ? Math.ceil(days) : Math.ceil(days) || 0;
}

/** British order with months of three letters throughout: the locale writes `Sept`. */
function format(at: number, zone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: zone, ...options })
    .format(at)
    .replace('Sept', 'Sep');
}

/** `24 Nov 2026, 08:12 UTC` in the given IANA zone. */
export function exactTime(at: number, zone: string): string {
  return format(at, zone, { year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });
}

/** `24 Nov 2026` in the given IANA zone. */
export function exactDate(at: number, zone: string): string {
  return format(at, zone, { year: 'numeric' });
}

/** `24 Nov`, for axes. */
export function shortDate(at: number, zone: string): string {
  return format(at, zone, {});
}
