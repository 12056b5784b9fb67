import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { LIMIT_MAX } from './schemas.ts';

export interface CsvColumn<Row> {
  header: string;
  value: (row: Row) => string | number | boolean | null | undefined;
}

type LoadPage = (page: {
  limit: number;
  cursor: string | undefined;
}) => Promise<{ items: unknown[]; nextCursor: string | null }>;

/** Streams all rows under the filter page by page; no cell can start a formula. */
export function csvResponse(
  filename: string,
  columns: readonly CsvColumn<unknown>[],
  load: LoadPage,
): Response {
  const out = stringify({
    header: true,
    columns: columns.map((column) => column.header),
    escape_formulas: true,
    bom: true,
  });
  const rows = Readable.from(readRows(columns, load));
  rows.on('error', (error) => out.destroy(error));
  rows.pipe(out);
  return new Response(Readable.toWeb(out) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${filename}.csv"`,
      'cache-control': 'no-store',
    },
  });
}

async function* readRows(columns: readonly CsvColumn<unknown>[], load: LoadPage) {
  let cursor: string | undefined;
  do {
    const page = await load({ limit: LIMIT_MAX, cursor });
    for (const row of page.items) yield columns.map((column) => cell(column.value(row)));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}

// Numbers of ours may begin with a sign; text that looks like one is guarded like any other.
const cell = (value: string | number | boolean | null | undefined) =>
  value === null || value === undefined ? '' : typeof value === 'boolean' ? String(value) : value;
