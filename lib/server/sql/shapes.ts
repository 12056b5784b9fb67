import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

/** Milliseconds since the epoch, as the core counts time. */
export const ms = (column: SQL): SQL => sql`floor(extract(epoch FROM ${column}) * 1000)::bigint`;

/** The rows of a query as one JSON array. */
export const rowsOf = (query: SQL): SQL => sql`(SELECT coalesce(jsonb_agg(x), '[]') FROM (${query}) x)`;
