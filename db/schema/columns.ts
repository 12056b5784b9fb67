import { integer, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Keys are UUIDv7 made by the application, so that they sort by time and can be known before the insert. */
export const key = () => uuid('id').primaryKey();

export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const createdAt = () => moment('created_at').notNull().defaultNow();

/** Counts changes of a row: the entity tag of the resource and the guard of conditional writes. */
export const version = () => integer('version').notNull().default(1);
