import { describe, expect, it } from 'vitest';
import { daysUntil, durationWords, exactDate, exactTime, relativeTime, shortDate } from './format-time.ts';

const NOW = Date.UTC(2026, 10, 24, 8, 12, 30);
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('relativeTime', () => {
  it.each([
    [0, 'just now'],
    [-59 * SECOND, 'just now'],
    [-MINUTE, '1 minute ago'],
    [-59 * MINUTE, '59 minutes ago'],
    [-HOUR, '1 hour ago'],
    [-23.9 * HOUR, '23 hours ago'],
    [-DAY, '1 day ago'],
    [-44 * DAY, '44 days ago'],
    [-45 * DAY, '1 month ago'],
    [-200 * DAY, '6 months ago'],
    [-365 * DAY, '1 year ago'],
    [-800 * DAY, '2 years ago'],
    [5 * DAY, 'in 5 days'],
    [90 * MINUTE, 'in 1 hour'],
  ])('%d ms from now is "%s"', (distance, expected) => {
    expect(relativeTime(NOW + distance, NOW)).toBe(expected);
  });
});

describe('durationWords', () => {
  it.each([
    [0, 'under a second'],
    [45 * SECOND, '45 seconds'],
    [60 * SECOND, '1 minute'],
    [2 * HOUR + 5 * MINUTE, '2 hours 5 minutes'],
    [2 * HOUR + 5 * SECOND, '2 hours'],
    [3 * DAY, '3 days'],
    [3 * DAY + HOUR + MINUTE, '3 days 1 hour'],
  ])('%d ms is "%s"', (length, expected) => {
    expect(durationWords(length)).toBe(expected);
  });
});

describe('daysUntil', () => {
  it.each([
    [HOUR, 1],
    [DAY, 1],
    [DAY + 1, 2],
    [0, 0],
    [-HOUR, 0],
    [-DAY, -1],
    [-3.5 * DAY, -3],
  ])('%d ms away is %d days', (distance, expected) => {
    expect(daysUntil(NOW + distance, NOW)).toBe(expected);
    expect(Object.is(daysUntil(NOW + distance, NOW), -0)).toBe(false);
  });
});

describe('exact times', () => {
  it('are in the zone of the person and name it', () => {
    expect(exactTime(NOW, 'UTC')).toBe('24 Nov 2026, 08:12 UTC');
    expect(exactTime(NOW, 'Asia/Tokyo')).toBe('24 Nov 2026, 17:12 GMT+9');
    expect(exactDate(Date.UTC(2026, 11, 31, 23, 30), 'Europe/Berlin')).toBe('1 Jan 2027');
    expect(shortDate(NOW, 'UTC')).toBe('24 Nov');
    expect(shortDate(Date.UTC(2026, 8, 7), 'UTC')).toBe('7 Sep');
  });
});
