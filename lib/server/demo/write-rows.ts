import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Transaction } from '#db/client.ts';

/** Buffers travel as the text form of bytea, dates as ISO 8601; everything else is JSON already. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value;
}

/** Statements of about this many bytes at most. */
const MOST_BYTES = 8_000_000;

function batches(lines: string[]): string[][] {
  const result: string[][] = [[]];
  let size = 0;
  for (const line of lines) {
    if (size + line.length > MOST_BYTES) {
      result.push([]);
      size = 0;
    }
    result.at(-1)?.push(line);
    size += line.length;
  }
  return result;
}

/** Inserts rows of one table in their order, as JSON: a statement for thousands of rows with one parameter. */
export async function writeRows<Table extends PgTable>(
  tx: Transaction,
  table: Table,
  rows: Table['$inferInsert'][],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.entries(getTableColumns(table)).filter(([property]) => property in first);
  const lines = rows.map((row) => {
    const values = new Map(Object.entries(row));
    return JSON.stringify(
      Object.fromEntries(columns.map(([property, { name }]) => [name, plain(values.get(property))])),
    );
  });
  const names = sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  );
  const target = sql.identifier(getTableName(table));
  for (const batch of batches(lines)) {
    await tx.execute(sql`INSERT INTO ${target} (${names}) SELECT ${names}
      FROM jsonb_populate_recordset(NULL::${target}, ${`[${batch.join(',')}]`}::jsonb)`);
  }
}
