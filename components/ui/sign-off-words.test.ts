import { describe, expect, it } from 'vitest';
import { signOffWords } from './sign-off-words.ts';

const NOW = Date.UTC(2026, 10, 24);
const inDays = (count: number) => NOW + count * 86_400_000;

describe('signOffWords', () => {
  it.each([
    ['valid', 62, '62 days left'],
    ['expiring', 9, '9 days left'],
    ['expiring', 0.5, '1 day left'],
    ['expired', -0.5, 'Expired today'],
    ['expired', -1, 'Expired 1 day ago'],
    ['expired', -40.2, 'Expired 40 days ago'],
    ['missing', null, 'No sign-off'],
    ['void', 20, 'No longer counts'],
    ['valid', null, 'Signed off'],
    ['expired', null, 'Expired'],
  ] as const)('%s, %s days from now: %s', (state, away, expected) => {
    expect(signOffWords(state, away === null ? null : inDays(away), NOW)).toBe(expected);
  });
});
