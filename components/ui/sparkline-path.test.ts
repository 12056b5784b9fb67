import { describe, expect, it } from 'vitest';
import { sparklinePoints } from './sparkline-path.ts';

describe('sparklinePoints', () => {
  it('goes from zero to the largest value', () => {
    expect(sparklinePoints([0, 5, 10], 60, 20)).toBe('0,20 30,10 60,0');
  });

  it('is flat for one value, for none but zeros, and empty for nothing', () => {
    expect(sparklinePoints([3], 60, 20)).toBe('0,0 60,0');
    expect(sparklinePoints([0, 0], 60, 20)).toBe('0,20 60,20');
    expect(sparklinePoints([], 60, 20)).toBe('');
  });
});
