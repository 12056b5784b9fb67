import { describe, expect, it } from 'vitest';
import { isPlainClick } from './is-plain-click.ts';

const PLAIN = {
  button: 0,
  defaultPrevented: false,
  metaKey: false,
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
};

describe('isPlainClick', () => {
  it('is a press of the first button alone', () => {
    expect(isPlainClick(PLAIN)).toBe(true);
  });

  it.each(['metaKey', 'ctrlKey', 'shiftKey', 'altKey', 'defaultPrevented'] as const)(
    'leaves %s to others',
    (name) => {
      expect(isPlainClick({ ...PLAIN, [name]: true })).toBe(false);
    },
  );

  it('leaves the middle button to the browser', () => {
    expect(isPlainClick({ ...PLAIN, button: 1 })).toBe(false);
  });
});
