import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indentJson } from './indent-json.ts';
import { layOutText } from './lay-out-text.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('the text of a description', () => {
  it('stays as it was handed in where somebody can read it', () => {
    const text = '{ "openapi":\n"3.1.0" }\n';
    expect(layOutText(bytes(text))).toEqual({ text, isIndented: false });
    const prose = `{\n  "description": "${'a long story '.repeat(300)}"\n}`;
    expect(layOutText(bytes(prose)).isIndented).toBe(false);
    const yaml = `openapi: 3.1.0\ndescription: ${'x'.repeat(3000)}`;
    expect(layOutText(bytes(yaml))).toEqual({ text: yaml, isIndented: false });
  });

  it('gets a line for each member where it has no lines, and keeps order and digits', () => {
    const wide = `{"responses":{"default":1.0,"200":[],"a":{ }},"list":[1,"x,{}\\"y"],"long":"${'x'.repeat(2000)}"}`;
    const { text, isIndented } = layOutText(bytes(wide));
    expect(isIndented).toBe(true);
    expect(text.split('\n').slice(0, 9)).toEqual([
      '{',
      '  "responses": {',
      '    "default": 1.0,',
      '    "200": [],',
      '    "a": {}',
      '  },',
      '  "list": [',
      '    1,',
      '    "x,{}\\"y"',
    ]);
  });

  it('is laid out as everybody lays out JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(indentJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });
});
