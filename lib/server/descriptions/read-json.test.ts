import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#lib/domain/description/types.ts';
import { locateInJson } from './locate-in-json.ts';
import { readJson } from './read-json.ts';
import { bytesOf, refusalOf } from './testing/bytes-of.ts';

const read = (text: string) => readJson(bytesOf(text), text);

/** Values without what is refused: NUL, and halves of surrogate pairs. */
const value = fc
  .jsonValue({ stringUnit: 'grapheme' })
  .map((made) => JSON.parse(JSON.stringify(made).replaceAll(/\\u0000/g, '0')) as JsonValue);
const indent = fc.constantFrom(undefined, 1, '\t', ' \t ');

describe('readJson', () => {
  it('gives what JSON.parse gives', () => {
    fc.assert(
      fc.property(value, indent, (made, space) => {
        const text = JSON.stringify(made, null, space);
        expect(read(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('accepts no text that JSON.parse refuses, and says where it is broken', () => {
    const broken = fc.tuple(
      value,
      fc.nat(),
      fc.constantFrom('', '"', '{', '}', ',', ':', '[', ']', '\\', '0', 'e', '\n'),
    );
    fc.assert(
      fc.property(broken, ([made, at, inserted]) => {
        const whole = JSON.stringify(made);
        const place = at % (whole.length + 1);
        const text = whole.slice(0, place) + inserted + whole.slice(place + 1);
        if (isJson(text)) return;
        const { code, detail } = refusalOf(() => read(text));
        expect(['description.malformed', 'description.duplicate-key']).toContain(code);
        expect(detail).toMatch(/line \d+, column \d+/);
      }),
      { numRuns: 500 },
    );
  });

  it('finds every repeated key, wherever it stands and however it is written', () => {
    const unit = (code: number) => `\\u${code.toString(16).padStart(4, '0')}`;
    const escaped = (key: string) =>
      `"${Array.from({ length: key.length }, (_, at) => unit(key.charCodeAt(at))).join('')}"`;
    const keys = fc.constantFrom('', 'a', 'key', '$ref', 'é', '😀', '__proto__', 'a:{', '"', '\\');
    fc.assert(
      fc.property(value, keys, fc.boolean(), (made, key, isEscaped) => {
        const written = JSON.stringify(key);
        const again = isEscaped ? escaped(key) : written;
        const text = `[${JSON.stringify(made)}, {"a:{": {${written}: 1, ${again}: ${JSON.stringify(made)}}}]`;
        expect(refusalOf(() => read(text)).code).toBe('description.duplicate-key');
      }),
    );
  });

  it('allows escapes that only look like refused ones', () => {
    expect(read(String.raw`{"pattern":"^[^\\u0000]+$","pair":"\ud83d\ude00"}`)).toEqual({
      pattern: '^[^\\u0000]+$',
      pair: '😀',
    });
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('locateInJson', () => {
  const text = '{\n  "a": [1, {"b/c": true}],\n  "d": "x"\n}';

  it.each([
    ['', 1, 1],
    ['/a', 2, 8],
    ['/a/0', 2, 9],
    ['/a/1', 2, 12],
    ['/a/1/b~1c', 2, 20],
    ['/d', 3, 8],
  ])('finds %s in line %i, column %i', (pointer, line, column) => {
    expect(locateInJson(text, [pointer]).get(pointer)).toEqual({ line, column });
  });

  it('finds all at once and nothing that is not there', () => {
    expect([...locateInJson(text, ['/d', '/nowhere', '/a/1/b~1c', '/a/9', '/toString']).keys()]).toEqual([
      '/a/1/b~1c',
      '/d',
    ]);
  });
});
