import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { LIMIT_MAX } from './schemas.ts';

export interface CsvColumn<Row> {
  header: string;
  value: (row: Row) => string | number | boolean | null | undefined;
}

/** What a list is asked for when it is exported. */
export interface ExportPage {
  limit: number;
  cursor: string | undefined;
  /** Only rows leave: whatever a list counts beside them need not be counted, for every page anew. */
  isExport: true;
}

interface Page {
  items: unknown[];
  nextCursor: string | null;
}

type LoadPage = (page: ExportPage) => Promise<Page>;

/**
 * Streams all rows under the filter page by page; no cell can start a formula. The first page is loaded before anything
 * is answered, so that what can be refused is refused and not cut off.
 */
export async function csvResponse(
  filename: string,
  columns: readonly CsvColumn<unknown>[],
  load: LoadPage,
): Promise<Response> {
  const first = await load(pageAt(undefined));
  const out = stringify({
    header: true,
    columns: columns.map((column) => column.header),
    escape_formulas: true,
    bom: true,
  });
  const rows = Readable.from(readRows(columns, first, load));
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

const pageAt = (cursor: string | undefined): ExportPage => ({ limit: LIMIT_MAX, cursor, isExport: true });

async function* readRows(columns: readonly CsvColumn<unknown>[], first: Page, load: LoadPage) {
  for (let page = first; ; page = await load(pageAt(page.nextCursor))) {
    for (const row of page.items) yield columns.map((column) => cell(column.value(row)));
    if (page.nextCursor === null) return;
  }
}

// Numbers of ours may begin with a sign; text that looks like one is guarded like any other.
const cell = (value: string | number | boolean | null | undefined) =>
  value === null || value === undefined ? '' : typeof value === 'boolean' ? String(value) : value;
