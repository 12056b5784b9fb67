import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeToken, localPointer, pointerTokens, resolve, valueAt } from './pointer.ts';
import type { JsonObject } from './types.ts';

describe('pointers', () => {
  it('survive any token', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (tokens) => {
        const pointer = tokens.map((token) => `/${escapeToken(token)}`).join('');
        expect(pointerTokens(pointer)).toEqual(tokens);
      }),
    );
  });

  it.each([
    ['#', ''],
    ['#/components/schemas/User', '/components/schemas/User'],
    ['#/paths/~1users~1%7Bid%7D', '/paths/~1users~1{id}'],
    ['#/a%', '/a%'],
    ['#anchor', null],
    ['other.yaml#/User', null],
    ['https://example.com/x.json', null],
  ])('%s leads to %s', (ref, pointer) => {
    expect(localPointer(ref)).toBe(pointer);
  });

  it('reach only what the document itself has', () => {
    const document: JsonObject = { a: [{ 'b/c': 1 }], ['__proto__x']: 2 };
    expect(valueAt(document, '/a/0/b~1c')).toBe(1);
    for (const pointer of ['/constructor', '/__proto__', '/a/length', '/a/00', '/a/-1', '/a/0/toString']) {
      expect(valueAt(document, pointer)).toBeUndefined();
    }
  });
});

describe('resolve', () => {
  it('follows references to references', () => {
    const document: JsonObject = { a: { $ref: '#/b' }, b: { $ref: '#/c' }, c: { type: 'string' } };
    expect(resolve(document, document.a, '/a')).toEqual({ value: { type: 'string' }, pointer: '/c' });
  });

  it('ends in a circle without a value', () => {
    const document: JsonObject = { a: { $ref: '#/b' }, b: { $ref: '#/a' } };
    expect(resolve(document, document.a, '/a').value).toBeUndefined();
  });

  it('stays at a reference that leads nowhere or outside', () => {
    for (const $ref of ['#/nowhere', 'https://example.com/x', '#/constructor']) {
      expect(resolve({}, { $ref }, '/here')).toEqual({ value: { $ref }, pointer: '/here' });
    }
  });
});
