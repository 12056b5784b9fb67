import { expect, it } from 'vitest';
import { changeSummary } from './change-summary.ts';

it.each([
  [{ security: 0, breaking: 0, other: 0 }, 'Nothing changed.'],
  [{ security: 1, breaking: 0, other: 0 }, '1 change relevant to security.'],
  [{ security: 0, breaking: 2, other: 1 }, '2 changes breaking for callers and 1 of another kind.'],
  [
    { security: 1200, breaking: 1, other: 3 },
    '1,200 changes relevant to security, 1 breaking for callers and 3 of another kind.',
  ],
])('%j', (counts, sentence) => {
  expect(changeSummary(counts)).toBe(sentence);
});
