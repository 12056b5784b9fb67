import { describe, expect, it } from 'vitest';
import { listQuery, nextSort, readTableState, toSearch, withParts } from './table-address.ts';

const spec = { filters: ['team', 'tier'], sort: '-risk' };
const read = (text: string) => readTableState(new URLSearchParams(text), spec);

describe('readTableState', () => {
  it('has defaults for an empty address', () => {
    expect(read('')).toEqual({ q: '', sort: '-risk', filters: {}, columns: null, rows: 50 });
  });

  it('reads filters, text, sort, columns and rows, and ignores the rest', () => {
    expect(read('q=pay&team=b&team=a&team=a&tier=&other=1&sort=name&columns=name,tier&rows=120')).toEqual({
      q: 'pay',
      sort: 'name',
      filters: { team: ['a', 'b'] },
      columns: ['name', 'tier'],
      rows: 150,
    });
  });

  it.each(['rows=-5', 'rows=abc', 'rows=0', 'rows=12'])('shows one page for %s', (text) => {
    expect(read(text).rows).toBe(50);
  });

  it('never asks for more rows than a page can hold', () => {
    expect(read('rows=99999999').rows).toBe(10_000);
  });
});

describe('listQuery', () => {
  it('is the same text for the same state in another order', () => {
    expect(listQuery(read('tier=high&team=b&team=a'))).toBe(listQuery(read('team=a&tier=high&team=b')));
    expect(listQuery(read('tier=high&team=a&q=x'))).toBe('q=x&team=a&tier=high&sort=-risk');
  });

  it('does not change with columns and rows', () => {
    expect(listQuery(read('columns=a&rows=200'))).toBe(listQuery(read('')));
  });
});

describe('withParts', () => {
  it('replaces, repeats, removes and keeps the rest', () => {
    expect(withParts('?a=1&b=2&c=3', { a: '9', b: null, d: ['x', 'y'] })).toBe('?c=3&a=9&d=x&d=y');
    expect(withParts('?a=1', { a: '' })).toBe('');
  });
});

describe('toSearch', () => {
  it('keeps repeated values', () => {
    expect(toSearch({ a: ['1', '2'], b: 'x', c: undefined }).toString()).toBe('a=1&a=2&b=x');
  });
});

describe('nextSort', () => {
  it('goes through both directions back to the own order', () => {
    expect(nextSort('', 'name', false)).toBe('name');
    expect(nextSort('name', 'name', false)).toBe('-name');
    expect(nextSort('-name', 'name', false)).toBe('');
    expect(nextSort('name', 'risk', true)).toBe('-risk');
    expect(nextSort('-risk', 'risk', true)).toBe('risk');
  });
});
