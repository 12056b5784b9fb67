import { describe, expect, it } from 'vitest';
import { readTextPlace, textAddress, textSearch } from './text-address.ts';

const read = (address: string) => readTextPlace(new URLSearchParams(address));

describe('the address of a place in a text', () => {
  it('comes back as it was written', () => {
    const place = { from: 700, line: 712, finding: 'f', isAll: true };
    expect(read(textAddress({ revision: 'r', ...place }))).toEqual(place);
    expect(textAddress({ revision: 'r', from: 672, line: 712 })).toBe('?revision=r&line=712');
  });

  it('shows a line in its surroundings, and the beginning without one', () => {
    expect(read('line=712')).toMatchObject({ from: 672, line: 712 });
    expect(read('line=3')).toMatchObject({ from: 1 });
    expect(read('line=-1&from=x')).toEqual({ from: 1, line: null, finding: null, isAll: false });
  });

  it('asks for what matters unless all is wanted', () => {
    expect(textSearch({ from: 5, isAll: true })).toBe('from=5&lines=200');
    expect(textSearch({ from: 5, isAll: false })).toBe(
      'from=5&lines=200&severity=critical&severity=high&severity=medium',
    );
  });
});
