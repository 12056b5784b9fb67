import { z } from 'zod';

const DAY_MS = 86_400_000;
const instant = z.iso.datetime({ offset: true });
const day = z.iso.date();

const describe = (what: string) => ({
  description: `${what}; an instant, or a day in UTC`,
  format: 'date-time',
});

/** Query parameters `from` and `to`: from the instant (or the start of the day) on, until before the instant (or to the end of the day). */
export const timeSpan = {
  from: z
    .union([instant, day])
    .transform((text) => new Date(text))
    .optional()
    .meta(describe('Beginning')),
  to: z
    .union([instant, day])
    .transform((text) => (day.safeParse(text).success ? new Date(Date.parse(text) + DAY_MS) : new Date(text)))
    .optional()
    .meta(describe('End')),
};

export interface TimeSpan {
  from?: Date;
  /** Exclusive. */
  to?: Date;
}
