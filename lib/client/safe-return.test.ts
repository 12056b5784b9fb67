import { describe, expect, it } from 'vitest';
import { safeReturn } from './safe-return.ts';

describe('safeReturn', () => {
  it.each([
    ['/apis?tier=high', '/apis?tier=high'],
    [undefined, '/'],
    ['https://evil.example', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['apis', '/'],
  ])('%s leads to %s', (given, expected) => {
    expect(safeReturn(given)).toBe(expected);
  });
});
