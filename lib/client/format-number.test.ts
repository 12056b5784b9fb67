import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatChange,
  formatCount,
  formatCounted,
  formatShare,
  formatShort,
} from './format-number.ts';

describe('numbers in words', () => {
  it.each([
    [formatCount(0), '0'],
    [formatCount(1204567), '1,204,567'],
    [formatShort(950), '950'],
    [formatShort(12345), '12.3K'],
    [formatCounted(1, 'API'), '1 API'],
    [formatCounted(0, 'API'), '0 APIs'],
    [formatCounted(1204, 'person', 'people'), '1,204 people'],
    [formatShare(0, 0), '–'],
    [formatShare(0, 10), '0 %'],
    [formatShare(1, 1000), '< 1 %'],
    [formatShare(999, 1000), '> 99 %'],
    [formatShare(1000, 1000), '100 %'],
    [formatShare(1, 3), '33 %'],
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
