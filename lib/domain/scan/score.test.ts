import { describe, expect, it } from 'vitest';
import { categoryScore, demerits, gradeOf, scoreOf } from './score.ts';
import type { ScoreTerm } from './types.ts';

const term = (category: ScoreTerm['category'], sum: number): ScoreTerm => ({
  category,
  rule: 'r',
  count: 1,
  denominator: 1,
  weight: sum,
  demerits: sum,
});

describe('score', () => {
  it.each([
    [0, 100],
    [40, 50],
    [1e9, 0],
  ])('a category with %d demerits has %d points', (sum, points) => {
    expect(categoryScore(sum)).toBeCloseTo(points, 5);
  });

  it.each([
    [100, 'A'],
    [90, 'A'],
    [89, 'B'],
    [55, 'D'],
    [0, 'F'],
  ] as const)('%d is grade %s', (score, grade) => {
    expect(gradeOf(score)).toBe(grade);
  });

  it('never gives more demerits than the weight, and none for nothing', () => {
    expect(demerits(60, 5, 10)).toBe(30);
    expect(demerits(60, 50, 10)).toBe(60);
    expect(demerits(60, 0, 0)).toBe(0);
  });

  it('lets one bad category decide half of it', () => {
    expect(scoreOf([])).toBe(100);
    const one = scoreOf([term('API2', 200)]);
    expect(one).toBeLessThan(60);
    expect(scoreOf([term('API2', 200), term('API3', 200)])).toBeLessThan(one);
  });

  it('weighs categories by consequence', () => {
    expect(scoreOf([term('API1', 60)])).toBeLessThan(scoreOf([term('API9', 60)]));
  });
});
