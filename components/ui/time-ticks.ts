const DAY = 86_400_000;
const MONTHS = [1, 2, 3, 6, 12, 24];

/**
 * Marks for an axis of time: first days of months, or days where less than two months are shown, at one step and at most
 * `most` of them. Everything in milliseconds since 1970, in UTC.
 */
export function timeTicks(from: number, to: number, most: number): number[] {
  const days = (to - from) / DAY;
  if (days < 60) {
    const step = Math.max(1, Math.ceil(days / most)) * DAY;
    const first = Math.ceil(from / DAY) * DAY;
    return Array.from(
      { length: Math.max(0, Math.floor((to - first) / step) + 1) },
      (_, index) => first + index * step,
    );
  }
  const start = new Date(from);
  const months = days / 30.44;
  const step = MONTHS.find((size) => months / size <= most) ?? Math.ceil(months / most);
  const ticks: number[] = [];
  for (let month = start.getUTCMonth() + 1; ; month += step) {
    const tick = Date.UTC(start.getUTCFullYear(), month, 1);
    if (tick > to) return ticks;
    ticks.push(tick);
  }
}
