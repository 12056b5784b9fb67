import { describe, expect, it } from 'vitest';
import { csvRow } from './download.ts';

describe('csvRow', () => {
  it.each([
    [['a', 1, 'b c'], 'a,1,b c'],
    [['say "hi"', 'a,b', 'two\nlines'], '"say ""hi""","a,b","two\nlines"'],
    [['=SUM(A1)', '+1', '-1', '@x'], "'=SUM(A1),'+1,'-1,'@x"],
    [[-4], '-4'],
  ])('%j', (cells, expected) => {
    expect(csvRow(cells)).toBe(expected);
  });
});
