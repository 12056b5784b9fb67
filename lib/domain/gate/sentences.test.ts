import { describe, expect, it } from 'vitest';
import { DAY } from '../policy/periods.ts';
import { counted, daysAgo, emails, listed, oneOf } from './sentences.ts';
import { alex, anna } from './testing/example.ts';

describe('lists in sentences', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
    [['a', 'b', 'c', 'd'], 'a, b, c and 1 other'],
    [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 others'],
  ])('of %j', (items, text) => expect(listed(items, 'and')).toBe(text));

  it('name people', () => {
    expect(oneOf([anna, alex])).toBe('Anna Example or Alex Example');
    expect(emails([anna, alex, anna])).toEqual([anna.email, alex.email]);
  });
});

describe('counts and times in sentences', () => {
  it('know one from many', () => {
    expect([0, 1, 2].map((count) => counted(count, 'day'))).toEqual(['0 days', '1 day', '2 days']);
  });

  it('count whole days', () => {
    const ago = [0, DAY - 1, DAY, 2 * DAY - 1, 2 * DAY].map((past) => daysAgo(0, past));
    expect(ago).toEqual(['today', 'today', '1 day ago', '1 day ago', '2 days ago']);
  });
});
