import { describe, expect, it } from 'vitest';
import { movedFindings } from './moved-findings.ts';

const seen = (pointer: string, rule = 'open', operations = ['GET /a']) => ({
  rule,
  operations,
  operationCount: operations.length,
  pointers: [pointer],
});
const OLD = seen('/components/schemas/User/properties/role');

describe('movedFindings', () => {
  it.each([
    ['under another name', seen('/components/schemas/Account/properties/role'), true],
    ['in another version', seen('/definitions/User/properties/role'), true],
    ['at another place', seen('/components/schemas/Account/properties/rank'), false],
    ['by another rule', seen('/components/schemas/Account/properties/role', 'other'), false],
    ['for other operations', seen('/components/schemas/Account/properties/role', 'open', ['GET /b']), false],
    ['in no component', seen('/paths/~1a/get'), false],
  ])('knows a finding again, or not: %s', (_, now, isSame) => {
    expect(movedFindings([OLD], [now])).toEqual(isSame ? [[OLD, now]] : []);
  });

  it('decides nothing between several that are alike', () => {
    const [one, two] = ['One', 'Two'].map((name) => seen(`/components/schemas/${name}/properties/role`));
    expect(movedFindings([OLD], [one!, two!])).toEqual([]);
    expect(movedFindings([one!, two!], [OLD])).toEqual([]);
  });
});
