import { describe, expect, it } from 'vitest';
import { excerptsOf } from './excerpts-of.ts';
import { countLines, lineOf } from './lines-of-text.ts';
import { textPart } from './text-part.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const excerptsIn = (text: Uint8Array, pointers: string[]) => excerptsOf(text, pointers).excerpts;
const YAML = bytes(
  'openapi: 3.1.0\r\ninfo:\r\n  title: Orders\r\npaths:\r\n  /orders:\r\n    get:\r\n      summary: All\r\n',
);

describe('a part of a text', () => {
  it('is the lines that were asked for, and none behind the end', () => {
    expect(textPart(YAML, { from: 2, lines: 2 })).toEqual({
      from: 2,
      lines: ['info:', '  title: Orders'],
      cut: [],
      at: null,
      language: 'yaml',
    });
    expect(textPart(YAML, { from: 7, lines: 9 }).lines).toEqual(['      summary: All']);
    expect(textPart(YAML, { from: 8, lines: 9 }).lines).toEqual([]);
  });

  it('surrounds a pointer, or a text wherever it stands next', () => {
    const at = (question: object) => textPart(YAML, { from: 1, lines: 3, ...question });
    expect(at({ pointer: '/paths/~1orders/get/summary' })).toMatchObject({ at: 7, from: 6 });
    expect(at({ pointer: '/nowhere' })).toMatchObject({ at: null, from: 1 });
    expect(at({ find: 'ORDERS' })).toMatchObject({ at: 3, from: 2 });
    expect(at({ find: 'orders', from: 4 })).toMatchObject({ at: 5 });
    expect(at({ find: 'orders', from: 6 })).toMatchObject({ at: 3 });
    expect(at({ find: 'absent' })).toMatchObject({ at: null });
  });

  it('cuts a line that is a text of its own', () => {
    const { lines, cut } = textPart(bytes(`a: 1\nb: ${'x'.repeat(9000)}\n`), { from: 1, lines: 9 });
    expect(lines.map((line) => line.length)).toEqual([4, 2000]);
    expect(cut).toEqual([2]);
  });

  it('counts a newline at the end to the line before', () => {
    expect([countLines('a'), countLines('a\n'), countLines('a\nb'), countLines('\n')]).toEqual([1, 1, 2, 1]);
    expect(lineOf.offset('a\nb\nc', 4)).toBe(3);
  });
});

describe('an excerpt', () => {
  it('has the lines around a value, and says which belong to it', () => {
    const [get, gone] = excerptsIn(YAML, ['/paths/~1orders/get', '/gone']);
    expect(get).toEqual({
      pointer: '/paths/~1orders/get',
      line: 7,
      endLine: 7,
      from: 4,
      lines: ['paths:', '  /orders:', '    get:', '      summary: All'],
    });
    expect(gone).toMatchObject({ line: null, lines: [] });
  });

  it('of a long value is its beginning', () => {
    const json = JSON.stringify({ list: Array.from({ length: 99 }, (_, n) => n), z: 1 }, null, 2);
    expect(excerptsIn(bytes(json), ['/list'])).toMatchObject([{ line: 2, endLine: 13, from: 1 }]);
    expect(excerptsIn(bytes(json), ['/list'])[0]!.lines).toHaveLength(16);
  });

  it('of a text without places is empty', () => {
    expect(excerptsIn(bytes('type Query { a: Int }'), ['/types'])).toMatchObject([{ line: null }]);
  });
});

describe('what goes on in the first line', () => {
  const opens = (text: string, line: number) => textPart(bytes(text), { from: line, lines: 1 }).opens;

  it('is a text of YAML as long as lines are deeper than its member', () => {
    const text =
      'openapi: 3.1.0\ninfo:\n  title: T\n  description: |- # long\n    One\n\n      inner: |\n      deeper\n    # Four\n  version: "1"\npaths: {}\n';
    expect([4, 5, 6, 8, 9].map((line) => opens(text, line)?.indent)).toEqual([undefined, 2, 2, 2, 2]);
    expect([10, 11].map((line) => opens(text, line))).toEqual([undefined, undefined]);
    const list = 'openapi: 3.1.0\ntags:\n  - description: >\n      Deep\n    name: a\n  - |\n   alone\n';
    expect([4, 5, 7].map((line) => opens(list, line)?.indent)).toEqual([4, undefined, 2]);
  });

  it('is what GraphQL and protobuf close again, whatever their texts and remarks hold', () => {
    const schema = '# """ not\ntype A {\n  """\n  Long\n  """\n  a: Int\n}\n';
    expect([2, 3, 4, 5, 6].map((line) => opens(schema, line) !== undefined)).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
    const proto =
      'syntax = "proto3"; // no /* here\noption a = "/v1/*";\n/* so\n it is */ message A {\n  int32 b = 1;\n}\n';
    expect([2, 3, 4, 5].map((line) => opens(proto, line) !== undefined)).toEqual([false, false, true, false]);
  });

  it('is found quickly in ten million characters', () => {
    const yaml = `openapi: 3.1.0\npaths:\n${'  /orders:\n    get:\n      summary: All of them, by name\n'.repeat(190_000)}`;
    const began = performance.now();
    expect(opens(yaml, 560_000)).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
