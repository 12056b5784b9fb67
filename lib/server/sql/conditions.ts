import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { TimeSpan } from '../http/time-span.ts';

/** All that are there; what was not asked for is not. */
export function allOf(...conditions: (SQL | undefined)[]): SQL {
  return sql.join([sql`true`, ...conditions.filter((one) => one !== undefined)], sql` AND `);
}

/** The condition that a value makes, where there is one; no values are no filter. */
export const given = <Value>(
  value: Value | undefined,
  condition: (value: Value) => SQL | undefined,
): SQL | undefined =>
  value === undefined || (Array.isArray(value) && value.length === 0) ? undefined : condition(value);

export const texts = (values: readonly string[]): SQL => sql`${sql.param(values)}::text[]`;
export const uuids = (values: readonly string[]): SQL => sql`${sql.param(values)}::uuid[]`;

export const oneOf = (column: SQL, values: readonly string[] | undefined): SQL | undefined =>
  given(values, (all) => sql`${column} = ANY (${texts(all)})`);

/** Any of the conditions. */
export const anyOf = (conditions: SQL[]): SQL => sql`(${sql.join(conditions, sql` OR `)})`;

/** The text somewhere in one of the columns, which are in lower case. */
export function containing(text: string | undefined, ...columns: SQL[]): SQL | undefined {
  if (!text) return undefined;
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, String.raw`\$&`)}%`;
  return anyOf(columns.map((column) => sql`${column} LIKE ${pattern}`));
}

/** Half-open, as every span of time. */
export const within = (column: SQL, { from, to }: TimeSpan): SQL =>
  allOf(
    given(from, (start) => sql`${column} >= ${start}::timestamptz`),
    given(to, (end) => sql`${column} < ${end}::timestamptz`),
  );
