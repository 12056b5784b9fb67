import { z } from 'zod';
import { moment as instant } from './schemas.ts';

const DAY_MS = 86_400_000;
const day = z.iso
  .date()
  .refine((text) => text >= '0001' && text < '9999-12-31', 'Must be in the years 1 to 9998.');

const describe = (what: string) => ({
  description: `${what}; an instant, or a day in UTC`,
  format: 'date-time',
});

/** The end of a day in UTC, exclusive; of an instant itself. */
const endOf = (text: string) =>
  day.safeParse(text).success ? new Date(Date.parse(text) + DAY_MS) : new Date(text);

/** A moment to look back to: an instant, or the end of a day. */
export const asOf = z
  .union([instant, day])
  .transform(endOf)
  .optional()
  .meta({ description: 'As it was then: an instant, or the end of a day in UTC', format: 'date-time' });

/** Query parameters `from` and `to`: from the instant (or the start of the day) on, until before the instant (or to the end of the day). */
export const timeSpan = {
  from: z
    .union([instant, day])
    .transform((text) => new Date(text))
    .optional()
    .meta(describe('Beginning')),
  to: z.union([instant, day]).transform(endOf).optional().meta(describe('End')),
};

export interface TimeSpan {
  from?: Date;
  /** Exclusive. */
  to?: Date;
}
