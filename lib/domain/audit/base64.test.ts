import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from './base64.ts';

describe('base64', () => {
  it('agrees with the platform on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
        const text = toBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(text)).toEqual(bytes);
      }),
      { numRuns: 50 },
    );
  });

  it.each(['Zg', 'Zg=', 'Zh==', 'Z===', 'Zm8 ', 'Zm8\n', '_-==', 'Zg==Zg=='])('refuses %j', (text) => {
    expect(fromBase64(text)).toBeNull();
  });
});
