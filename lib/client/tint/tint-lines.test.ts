import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEXT_LANGUAGES } from '#lib/domain/words.ts';
import type { TextLanguage } from '#lib/domain/words.ts';
import { tintLines } from './tint-lines.ts';

/** `[name]`, `<text>`, `{word}`, `(remark)`: what is none stands as it is. */
const MARKS = { name: '[]', text: '<>', word: '{}', remark: '()' } as const;
const shown = (text: string, language: TextLanguage, indent?: number) =>
  tintLines(text.split('\n'), language, indent === undefined ? null : { indent }).map((pieces) =>
    pieces.map(([piece, tint]) => (tint ? MARKS[tint][0] + piece + MARKS[tint][1] : piece)).join(''),
  );

describe('the colours of a text', () => {
  it.each<[TextLanguage, string, string[]]>([
    ['json', '"a": "b\\"c", "d" : -1.5e3,', ['["a"]: <"b\\"c">, ["d"] : {-1.5e3},']],
    ['json', '[true, null, "x"]', ['[{true}, {null}, <"x">]']],
    ['json', '"cut": "goes on \\', ['["cut"]: <"goes on \\>']],
    ['yaml', '/users/{id}: # one', ['[/users/{id}]: (# one)']],
    ['yaml', '  - url: http://a.example#b', ['  - [url]: <http://a.example#b>']],
    ['yaml', "'200': 3.1", ["['200']: {3.1}"]],
    ['yaml', '$ref: "#/a: b" # c', ['[$ref]: <"#/a: b"> (# c)']],
    ['yaml', 'info: { title: T x, ok: true, n: 1 }', ['[info]: { [title]: T x, [ok]: {true}, [n]: {1} }']],
    ['yaml', 'a: |\n  b: 1\n\n # out?\nc: no', ['[a]: {|}', '<  b: 1>', '', '< # out?>', '[c]: <no>']],
    ['yaml', '- a: >-\n    x\n  b: *c', ['- [a]: {>-}', '<    x>', '  [b]: {*c}']],
    ['graphql', 'type A @key(fields: "id") {', ['{type} A [@key]([fields]: <"id">) {']],
    ['graphql', '  a(b: Int = 1): [C!] # d', ['  [a]([b]: Int = {1}): [C!] (# d)']],
    ['graphql', '"""\nSo # be it\n""" a: Int', ['<""">', '<So # be it>', '<"""> [a]: Int']],
    ['protobuf', 'int32 size = 3; // how', ['int32 [size] = {3}; (// how)']],
    ['protobuf', 'get: "/v1/*" /* a\nb */ rpc C', ['get: <"/v1/*"> (/* a)', '(b */) {rpc} C']],
  ])('%s: %s', (language, text, expected) => {
    expect(shown(text, language)).toEqual(expected);
  });

  it('go on with what began above', () => {
    expect(shown('    deep: 1\n  a: 1', 'yaml', 2)).toEqual(['<    deep: 1>', '  [a]: {1}']);
    expect(shown('x */ int32 a = 1;', 'protobuf', 0)).toEqual(['(x */) int32 [a] = {1};']);
  });

  it('change nothing about any text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab1 :-#"\'\\|>{}[](),/*@\n\t\u00e9'.split('')) });
    fc.assert(
      fc.property(text, fc.constantFrom(...TEXT_LANGUAGES), fc.boolean(), (written, language, isWithin) => {
        const lines = written.split('\n');
        const tinted = tintLines(lines, language, isWithin ? { indent: 1 } : null);
        expect(tinted.map((pieces) => pieces.map(([piece]) => piece).join(''))).toEqual(lines);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(TEXT_LANGUAGES)('take no time on the longest lines of %s', (language) => {
    const lines = ['"', '\\', ' ', ':', '- ', '"a": ', "'", '[a: ', '/*', '#', 'a'].map((bit) =>
      `${bit}x`.concat(bit.repeat(2000)).slice(0, 2000),
    );
    const began = performance.now();
    tintLines(lines, language);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
