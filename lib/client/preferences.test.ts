import { describe, expect, it } from 'vitest';
import { parseTheme, parseZone } from './preferences.ts';

describe('preferences from cookies', () => {
  it.each([
    ['dark', 'dark'],
    ['light', 'light'],
    ['system', 'system'],
    [undefined, 'system'],
    ['"><script>', 'system'],
  ])('theme %s is %s', (value, expected) => {
    expect(parseTheme(value)).toBe(expected);
  });

  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    [undefined, 'UTC'],
    ['Nowhere/Nothing', 'UTC'],
    ['', 'UTC'],
  ])('zone %s is %s', (value, expected) => {
    expect(parseZone(value)).toBe(expected);
  });
});
