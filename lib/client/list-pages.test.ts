import { afterEach, describe, expect, it, vi } from 'vitest';
import { readNextPage, readPages } from './list-pages.ts';

/** A list of `total` numbers, three a page. */
function serve(total: number): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    const from = Number(new URL(url, 'http://x').searchParams.get('cursor') ?? 0);
    const items = Array.from({ length: Math.min(3, total - from) }, (_, index) => from + index);
    return Response.json({ items, total, nextCursor: from + 3 < total ? String(from + 3) : null });
  });
  return asked;
}

const { signal } = new AbortController();
const rows = (list: { pages: readonly { items: number[] }[] }) => list.pages.flatMap((page) => page.items);

afterEach(() => vi.unstubAllGlobals());

describe('readPages', () => {
  it('reads as many pages as wanted', async () => {
    const asked = serve(10);
    expect(rows(await readPages<number, string>('/numbers', 'q=1', 2, signal))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(asked).toEqual(['/api/v1/numbers?q=1', '/api/v1/numbers?q=1&cursor=3']);
  });

  it('stops at the end, and reads an empty list once', async () => {
    serve(4);
    expect(rows(await readPages<number, string>('/numbers', '', 9, signal))).toEqual([0, 1, 2, 3]);
    const asked = serve(0);
    expect(rows(await readPages<number, string>('/numbers', '', 9, signal))).toEqual([]);
    expect(asked).toHaveLength(1);
  });
});

describe('readNextPage', () => {
  it('adds the page after the last and leaves the list it was given alone', async () => {
    serve(7);
    const first = await readPages<number, string>('/numbers', '', 1, signal);
    const second = await readNextPage('/numbers', '', first, signal);
    expect(rows(first)).toEqual([0, 1, 2]);
    expect(rows(second)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(second.pageParams).toEqual([null, '3']);
  });
});
