import { describe, expect, it } from 'vitest';
import { formatBytes, formatChange, formatCount, formatCounted } from './format-number.ts';

describe('numbers in words', () => {
  it.each([
    [formatCount(0), '0'],
    [formatCount(1204567), '1,204,567'],
    [formatCounted(1, 'API'), '1 API'],
    [formatCounted(0, 'API'), '0 APIs'],
    [formatCounted(1204, 'person', 'people'), '1,204 people'],
    [formatChange(4), '+4'],
    [formatChange(-1200), '−1,200'],
    [formatChange(0), '±0'],
    [formatBytes(512), '512 B'],
    [formatBytes(1434), '1.4 kB'],
    [formatBytes(20480), '20 kB'],
    [formatBytes(6186598), '5.9 MB'],
  ])('%s', (shown, expected) => {
    expect(shown).toBe(expected);
  });
});
