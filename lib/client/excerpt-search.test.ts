import { describe, expect, it } from 'vitest';
import { excerptSearch } from './excerpt-search.ts';

describe('the question about places', () => {
  it('names each of them', () => {
    expect(excerptSearch(['', '/paths/~1a b'])).toBe('pointer=&pointer=%2Fpaths%2F%7E1a+b');
    expect(excerptSearch([])).toBe('');
  });

  it('stays an address that arrives', () => {
    const long = Array.from({ length: 20 }, (_, n) => `/paths/${'x'.repeat(600)}${n}`);
    const search = excerptSearch(long);
    expect(search.length).toBeLessThan(5200);
    expect(new URLSearchParams(search).getAll('pointer')).toEqual(long.slice(0, 8));
  });
});
