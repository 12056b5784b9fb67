import { describe, expect, it } from 'vitest';
import { barLength, niceTop } from './chart-tone.ts';

describe('barLength', () => {
  it.each([
    [0, 10, '0%'],
    [10, 10, '100%'],
    [5, 10, '50%'],
    [1, 100_000, '0.75%'],
    [3, 0, '0%'],
    [-2, 10, '0%'],
  ])('%d of %d is %s', (value, largest, expected) => {
    expect(barLength(value, largest)).toBe(expected);
  });
});

describe('niceTop', () => {
  it.each([
    [0, 1],
    [1, 1],
    [3, 5],
    [7, 10],
    [11, 20],
    [100, 100],
    [101, 200],
    [0.3, 0.5],
  ])('%d fits under %d', (largest, top) => {
    expect(niceTop(largest)).toBeCloseTo(top);
  });
});
