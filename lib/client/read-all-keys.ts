import type { Page } from '#lib/domain/page.ts';
import { apiGet } from './api.ts';

const PAGE = '200';

/** Keys of everything under a filter, page by page: what "all that match" means to a bulk action. */
export async function readAllKeys<Row>(
  path: string,
  query: string,
  keyOf: (row: Row) => string,
): Promise<string[]> {
  const keys: string[] = [];
  let cursor: string | null = null;
  do {
    const search = new URLSearchParams(query);
    search.set('limit', PAGE);
    if (cursor) search.set('cursor', cursor);
    const page: Page<Row> = await apiGet<Page<Row>>(path, search.toString());
    keys.push(...page.items.map(keyOf));
    cursor = page.nextCursor;
  } while (cursor);
  return keys;
}
