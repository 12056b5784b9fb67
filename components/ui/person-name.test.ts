import { describe, expect, it } from 'vitest';
import { initials } from './person-name.tsx';

describe('initials', () => {
  it.each([
    ['Maria Sklodowska Curie', 'MC'],
    ['王小明', '王'],
    ['ada', 'A'],
    ['  Łukasz   Żak ', 'ŁŻ'],
    ['', ''],
  ])('%s is %s', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});
