import { describe, expect, it } from 'vitest';
import { valueEnd } from './value-end.ts';

const end = (text: string, column = text.search(/\S/) + 1) => valueEnd(text.split('\n'), column);

describe('where a value ends', () => {
  it('in JSON is at its bracket, or in its line', () => {
    expect(end('  "get": {\n    "a": 1\n  },\n  "put": {', 10)).toBe(3);
    expect(end('  {\n    "a": 1\n  },\n  {')).toBe(3);
    expect(end('  "type": "string",\n  "maxLength": 3', 11)).toBe(1);
    expect(end('  "a: b",\n  "c"')).toBe(1);
    expect(end('  "servers": [\n    {}\n  ]\n}', 14)).toBe(3);
  });

  it('in YAML is where the indentation ends', () => {
    expect(end('  summary: x\n  responses:\n    200: {}\nput:\n')).toBe(3);
    expect(end('  - name: id\n    in: path\n  - name: b', 5)).toBe(2);
    expect(end('  - url: a\n  - url: b\npaths: {}')).toBe(2);
    expect(end('  type: string\n  maxLength: 3', 9)).toBe(1);
    expect(end('  description: |\n    one\n\n    two\n  type: x', 16)).toBe(4);
    expect(end("  'quoted key': 1\n  other: 2\nend: 3")).toBe(2);
  });
});
