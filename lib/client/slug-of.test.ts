import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SLUG_PATTERN, slugOf } from './slug-of.ts';

describe('a slug out of a name', () => {
  it.each([
    ['Payout Status', 'payout-status'],
    ['Zahlungs-Übersicht (v2)', 'zahlungs-ubersicht-v2'],
    ['Straße & Größe', 'strasse-grosse'],
    ['  ---  ', ''],
    ['支付接口', ''],
    ['a'.repeat(80), 'a'.repeat(64)],
    [`${'a'.repeat(63)} b`, 'a'.repeat(63)],
  ])('%s', (name, slug) => expect(slugOf(name)).toBe(slug));

  it('is empty or one that the interface accepts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const slug = slugOf(name);
        expect(slug === '' || SLUG_PATTERN.test(slug)).toBe(true);
      }),
    );
  });

  it('is its own slug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(slugOf(slugOf(name))).toBe(slugOf(name));
      }),
    );
  });
});
