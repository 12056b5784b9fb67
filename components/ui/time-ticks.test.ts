import { describe, expect, it } from 'vitest';
import { timeTicks } from './time-ticks.ts';

const days = (ticks: number[]) => ticks.map((tick) => new Date(tick).toISOString().slice(0, 10));

describe('timeTicks', () => {
  it('marks first days of months over a year', () => {
    const ticks = days(timeTicks(Date.UTC(2025, 10, 24), Date.UTC(2026, 10, 24), 6));
    expect(ticks).toEqual([
      '2025-12-01',
      '2026-02-01',
      '2026-04-01',
      '2026-06-01',
      '2026-08-01',
      '2026-10-01',
    ]);
  });

  it('marks days over a fortnight', () => {
    expect(days(timeTicks(Date.UTC(2026, 10, 10, 12), Date.UTC(2026, 10, 24), 7))).toEqual(
      ['11', '13', '15', '17', '19', '21', '23'].map((day) => `2026-11-${day}`),
    );
  });

  it('never gives more than asked, nor any outside', () => {
    for (const span of [1, 5, 31, 59, 60, 200, 1000, 20_000]) {
      const [from, to] = [Date.UTC(2020, 0, 17, 5), Date.UTC(2020, 0, 17 + span, 5)];
      const ticks = timeTicks(from, to, 7);
      expect(ticks.length).toBeLessThanOrEqual(8);
      expect(ticks.every((tick) => tick >= from && tick <= to)).toBe(true);
    }
  });

  it('is empty for no time', () => {
    expect(timeTicks(5, 5, 7)).toEqual([]);
  });
});
