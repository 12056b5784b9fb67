import { describe, expect, it } from 'vitest';
import { nearestIndex, spreadLabels, xOf, yOf } from './trend-geometry.ts';

const frame = { width: 540, height: 220, left: 30, right: 10, top: 0, bottom: 20 };
const scale = { from: 1000, to: 2000, top: 100 };

describe('places on a chart', () => {
  it('run from the left edge to the right, and from zero at the foot to the top', () => {
    expect([1000, 1500, 2000].map((at) => xOf(at, scale, frame))).toEqual([30, 280, 530]);
    expect([0, 50, 100].map((value) => yOf(value, scale, frame))).toEqual([200, 100, 0]);
  });

  it('stand at the right edge when there is only one moment', () => {
    expect(xOf(1000, { ...scale, to: 1000 }, frame)).toBe(530);
  });
});

describe('nearestIndex', () => {
  it.each([
    [0, 0],
    [150, 0],
    [160, 1],
    [900, 2],
  ])('%d px is at moment %d', (x, index) => {
    expect(nearestIndex(x, [1000, 1500, 2000], scale, frame)).toBe(index);
  });

  it('is -1 without moments', () => {
    expect(nearestIndex(5, [], scale, frame)).toBe(-1);
  });
});

describe('spreadLabels', () => {
  it('leaves what is far apart and pushes down what would overlap', () => {
    expect(spreadLabels([10, 100], 16)).toEqual([10, 100]);
    expect(spreadLabels([50, 45, 48], 16)).toEqual([77, 45, 61]);
  });
});
