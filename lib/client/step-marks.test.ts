import { describe, expect, it } from 'vitest';
import { chosenMark, stepMarks } from './step-marks.ts';

const mark = (line: number, findingId: string) =>
  ({ line, findingId, rule: 'r', severity: 'high', title: 't' }) as const;
const window = {
  marks: [mark(10, 'a'), mark(10, 'b'), mark(20, 'a')],
  previousMark: 3,
  nextMark: 99,
};

describe('a step through marks', () => {
  it('begins at the finding the address names, or at the first of its line', () => {
    expect(chosenMark(window, 10, 'b')).toBe(1);
    expect(chosenMark(window, 10, null)).toBe(0);
    expect(chosenMark(window, 10, 'gone')).toBe(0);
    expect(chosenMark(window, 11, 'a')).toBe(-1);
    expect(chosenMark(window, null, null)).toBe(-1);
  });

  it('goes from mark to mark, and beyond what is loaded', () => {
    expect(stepMarks(window, 0, 10, 1)).toEqual({ line: 10, finding: 'b' });
    expect(stepMarks(window, 1, 10, 1)).toEqual({ line: 20, finding: 'a' });
    expect(stepMarks(window, 2, 20, 1)).toEqual({ line: 99, finding: null });
    expect(stepMarks(window, 0, 10, -1)).toEqual({ line: 3, finding: null });
    expect(stepMarks({ ...window, nextMark: null }, 2, 20, 1)).toBeNull();
  });

  it('from a line without marks goes to the nearest', () => {
    expect(stepMarks(window, -1, null, 1)).toMatchObject({ line: 10, finding: 'a' });
    expect(stepMarks(window, -1, 15, 1)).toMatchObject({ line: 20 });
    expect(stepMarks(window, -1, 15, -1)).toEqual({ line: 10, finding: 'b' });
    expect(stepMarks(window, -1, 50, 1)).toMatchObject({ line: 99 });
    expect(stepMarks(window, -1, 5, -1)).toMatchObject({ line: 3 });
    expect(stepMarks(window, -1, null, -1)).toMatchObject({ line: 3 });
  });
});
