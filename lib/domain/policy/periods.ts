/** Milliseconds, the unit of every instant in the core. A day is always 24 hours: the rules know no calendar. */
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
