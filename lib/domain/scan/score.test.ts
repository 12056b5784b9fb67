import { describe, expect, it } from 'vitest';
import { categoryPoints, categoryScore, demerits, gradeOf, scoreOf } from './score.ts';
import { OWASP_CATEGORIES } from '../words.ts';
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

  it('can be worked out from the points of the categories', () => {
    const terms = [term('API2', 60), term('API2', 20), term('API8', 40)];
    const categories = categoryPoints(terms);
    expect(categories.map(({ category }) => category)).toEqual([...OWASP_CATEGORIES]);
    expect(categories.filter(({ demerits: sum }) => sum > 0)).toMatchObject([
      { category: 'API2', demerits: 80, points: categoryScore(80) },
      { category: 'API8', demerits: 40, points: 50 },
    ]);
    const total = categories.reduce((sum, { weight }) => sum + weight, 0);
    expect(total).toBe(100);
    const mean = categories.reduce((sum, { weight, points }) => sum + (weight * points) / total, 0);
    expect(scoreOf(terms)).toBe(Math.round((mean + categoryScore(80)) / 2));
  });

  it('weighs categories by consequence', () => {
    expect(scoreOf([term('API1', 60)])).toBeLessThan(scoreOf([term('API9', 60)]));
  });
});
