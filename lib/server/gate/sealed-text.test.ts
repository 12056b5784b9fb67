import { describe, expect, it } from 'vitest';
import { openText, sealText } from './sealed-text.ts';

const seal = { secret: 'a secret of some length', purpose: 'test/v1', context: 'row 1' };

describe('a sealed text', () => {
  it('opens with what it was sealed with, and is never the same twice', () => {
    const [one, two] = [sealText('top secret', seal), sealText('top secret', seal)];
    expect(openText(one, seal)).toBe('top secret');
    expect(one).not.toBe(two);
    expect(one).not.toContain('top secret');
  });

  it.each([
    ['another secret', { secret: 'another secret here' }],
    ['another purpose', { purpose: 'test/v2' }],
    ['another row', { context: 'row 2' }],
  ])('stays closed with %s', (_, change) => {
    expect(() => openText(sealText('top secret', seal), { ...seal, ...change })).toThrow(/GATEHOUSE_SECRET/);
  });

  it('stays closed when one byte was altered', () => {
    const sealed = sealText('top secret', seal);
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const altered = Buffer.from(bytes);
      altered[at]! ^= 1;
      expect(() => openText(`v1.${altered.toString('base64url')}`, seal)).toThrow(/does not open/);
    }
  });

  it.each(['', 'v1', 'v1.', 'v2.AAAA', 'v1.AAAA', 'plain'])('refuses %j', (sealed) => {
    expect(() => openText(sealed, seal)).toThrow(/known form/);
  });
});
