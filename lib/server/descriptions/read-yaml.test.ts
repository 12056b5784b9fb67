import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { JsonValue } from '#lib/domain/description/types.ts';
import { locateInYaml } from './locate-in-yaml.ts';
import { readYaml } from './read-yaml.ts';

describe('readYaml', () => {
  it('gives the values that the same document written as JSON gives', () => {
    const value = fc
      .jsonValue({ stringUnit: 'grapheme' })
      .map((made) => JSON.parse(JSON.stringify(made).replaceAll(/\\u0000/g, '0')) as JsonValue);
    fc.assert(
      fc.property(value, (made) => {
        expect(readYaml(JSON.stringify(made))).toEqual(made);
        expect(readYaml(stringify(made, { lineWidth: 0, aliasDuplicateObjects: false }))).toEqual(made);
      }),
    );
  });

  it.each<[string, JsonValue]>([
    ['2026-01-02', '2026-01-02'],
    ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z'],
    ['yes', 'yes'],
    ['on', 'on'],
    ['12:30', '12:30'],
    ['true', true],
    ['~', null],
    ['0x1f', 31],
    ['1.50', 1.5],
    ['1.2.3', '1.2.3'],
    ['!!str 5', '5'],
    ['!custom text', 'text'],
    ['0123', 123],
    ['"0123"', '0123'],
  ])('%s', (text, value) => {
    expect(readYaml(`a: ${text}`)).toEqual({ a: value });
    expect(readYaml(`%YAML 1.1\n---\na: ${text}`)).toEqual({ a: value });
  });

  it('keeps keys as they are written', () => {
    expect(readYaml('200: a\n1.0: b\nnull: c\ntrue: d\n0x10: e\n"x": f\n? g\n: h')).toEqual({
      '200': 'a',
      '1.0': 'b',
      null: 'c',
      true: 'd',
      '0x10': 'e',
      x: 'f',
      g: 'h',
    });
  });

  it('follows aliases and merge keys, what is written winning over what is merged', () => {
    const text =
      'base: &base {x: 1, y: 2}\nlist: [*base, *base]\na: {<<: *base, y: 3}\nb:\n  <<: [*base, {x: 9, z: 9}]\n  w: 0';
    expect(readYaml(text)).toEqual({
      base: { x: 1, y: 2 },
      list: [
        { x: 1, y: 2 },
        { x: 1, y: 2 },
      ],
      a: { x: 1, y: 3 },
      b: { x: 1, y: 2, z: 9, w: 0 },
    });
    expect(readYaml('"<<": 1')).toEqual({ '<<': 1 });
  });

  it('takes time in proportion to the number of keys', () => {
    const wide = Array.from({ length: 40_000 }, (_, index) => `k${index}: ${index}`).join('\n');
    const started = performance.now();
    expect(Object.keys(readYaml(wide) as object)).toHaveLength(40_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('locateInYaml', () => {
  const text = 'base: &base\n  x: 1\nlist:\n  - *base\n  - <<: *base\n    y: {z: 2}\n200: ok\n';

  it.each([
    ['/base/x', 2, 6],
    ['/list', 4, 3],
    ['/list/0', 4, 5],
    ['/list/0/x', 2, 6],
    ['/list/1/x', 2, 6],
    ['/list/1/y/z', 6, 12],
    ['/200', 7, 6],
  ])('finds %s in line %i, column %i', (pointer, line, column) => {
    expect(locateInYaml(text, [pointer]).get(pointer)).toEqual({ line, column });
  });

  it('finds nothing that is not there', () => {
    expect(locateInYaml(text, ['/nowhere', '/list/7', '/base/x/y']).size).toBe(0);
  });
});
