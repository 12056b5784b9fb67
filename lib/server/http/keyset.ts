import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import type { Page } from '#lib/domain/page.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Cursor } from './cursor.ts';

/** What every list is asked for. */
export interface ListQuery {
  /** The name of a column, `-` before it to descend. */
  sort: string;
  limit: number;
  cursor?: string;
  /** Only rows are wanted: nothing beside them is counted. */
  isExport?: boolean;
}

/** An expression to sort by, never null, and its type as a cursor gives it back. */
export interface SortColumn {
  by: SQL;
  type: 'text' | 'int' | 'bigint' | 'timestamptz' | 'uuid';
}

/** The parts of the query for one page, and the page made of its rows. */
export interface Keyset {
  by: SQL;
  /** A condition: only what lies behind the cursor. */
  beyond: SQL;
  direction: SQL;
  order: SQL;
  /** One row more than is shown, to see whether there is a next page. */
  limit: number;
  isFirst: boolean;
  /** @param keyOf what the row was sorted by, the key last */
  page: <Row, Item>(
    rows: readonly Row[],
    toItem: (row: Row) => Item,
    keyOf: (row: Row) => Cursor['values'],
  ) => Omit<Page<Item>, 'total'>;
}

export const descends = ({ sort }: Pick<ListQuery, 'sort'>): boolean => sort.startsWith('-');

/** @param key what tells rows apart that are alike in the sorted column; left out where none are */
export function keyset<Name extends string>(
  { sort, limit, cursor }: ListQuery,
  columns: Record<Name, SortColumn>,
  key?: SortColumn,
): Keyset {
  const first = columns[sort.replace(/^-/, '') as Name];
  const sorted = key ? [first, key] : [first];
  const direction = descends({ sort }) ? sql`DESC` : sql`ASC`;
  const after = cursor === undefined ? null : decodeCursor(cursor, sort, sorted.length).values;
  const expressions = sql.join(
    sorted.map(({ by }) => by),
    sql`, `,
  );
  const given = after && sorted.map(({ type }, at) => sql`${after[at]}::${sql.raw(type)}`);
  return {
    by: first.by,
    beyond: given
      ? sql`(${expressions}) ${descends({ sort }) ? sql`<` : sql`>`} (${sql.join(given, sql`, `)})`
      : sql`true`,
    direction,
    order: sql.join(
      sorted.map(({ by }) => sql`${by} ${direction}`),
      sql`, `,
    ),
    limit: limit + 1,
    isFirst: after === null,
    page: (rows, toItem, keyOf) => {
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: shown.map((row) => toItem(row)),
        nextCursor:
          rows.length > limit && last !== undefined ? encodeCursor({ sort, values: keyOf(last) }) : null,
      };
    },
  };
}

/** @param from what follows `FROM`, with the list's conditions */
export async function countRows(
  db: Queryable,
  { isExport }: Pick<ListQuery, 'isExport'>,
  from: SQL,
): Promise<number> {
  if (isExport) return 0;
  const { rows } = await db.execute<{ total: number }>(sql`SELECT count(*) AS total FROM ${from}`);
  return rows[0]!.total;
}
