import { describe, expect, it } from 'vitest';
import { diffDescriptions } from './diff.ts';
import { parsedAs } from './testing/library-description.ts';

const S = { type: 'string' };
const I = { type: 'integer' };
const A = { type: 'object', properties: { a: S } };
const B = { type: 'object', properties: { b: I } };
const [refA, refB] = ['A', 'B'].map((name) => ({ $ref: `#/components/schemas/${name}` }));
const NULL = { type: 'null' };
const object = (properties: object) => ({ type: 'object', properties });
const list = (items: unknown) => ({ type: 'array', items });

/** An API that takes a schema, or gives it. */
function apiWith(side: 'input' | 'output', schema: unknown, version = '3.1.0') {
  const content = { 'application/json': { schema } };
  const post =
    side === 'input'
      ? { requestBody: { content }, responses: { '204': { description: '' } } }
      : { responses: { '200': { description: '', content } } };
  return parsedAs(version.startsWith('3.0') ? 'openapi-3.0' : 'openapi-3.1', {
    openapi: version,
    paths: { '/a': { post } },
    components: { schemas: { A, A2: A, B, S } },
  });
}

/** What breaks clients or matters to security; other remarks say where a description is written differently. */
function told(side: 'input' | 'output', before: unknown, after: unknown, versions = ['3.1.0', '3.1.0']) {
  const diff = diffDescriptions(apiWith(side, before, versions[0]), apiWith(side, after, versions[1]));
  return [...new Set([...diff.breaking, ...diff.security].map(({ kind }) => kind))].toSorted();
}

const REFACTORINGS: [string, unknown, unknown][] = [
  ['a component written in place', { oneOf: [refA, refB] }, { oneOf: [A, refB] }],
  [
    'a component of another name',
    { anyOf: [refA, refB] },
    { anyOf: [refB, { $ref: '#/components/schemas/A2' }] },
  ],
  [
    'alternatives in another order',
    object({ u: { oneOf: [S, I] }, v: { default: 1 } }),
    object({ u: { oneOf: [I, S] }, v: { default: 2 } }),
  ],
  ['a part moved into allOf', { ...A, required: ['a'] }, { allOf: [refA, { required: ['a'] }] }],
  [
    'a wider bound beside the one that decides',
    { ...S, maxLength: 10 },
    { allOf: [{ ...S, maxLength: 10 }, { maxLength: 20 }] },
  ],
  [
    'more values beside those that decide',
    { ...S, enum: ['a'] },
    { allOf: [{ ...S, enum: ['a'] }, { enum: ['a', 'b'] }] },
  ],
  [
    'the parts of a property in another order',
    { allOf: [object({ p: object({ x: S }), q: { default: 0 } }), object({ p: object({ y: I }) })] },
    { allOf: [object({ p: object({ y: I }) }), object({ p: object({ x: S }), q: { default: 1 } })] },
  ],
  [
    'alternatives in another order, and one written in place',
    { oneOf: [{ ...B, minProperties: 1 }, object({ c: refA })] },
    { oneOf: [object({ c: A }), { ...B, minProperties: 1 }] },
  ],
  ['a constant for the only value', { const: 'a' }, { enum: ['a'] }],
  ['constants for values', { ...S, enum: ['a', 'b'] }, { ...S, oneOf: [{ const: 'a' }, { const: 'b' }] }],
  ['null as a list of one value', { oneOf: [refA, NULL] }, { oneOf: [refA, { enum: [null] }] }],
  [
    'the type of all alternatives said above them',
    { oneOf: [refA, refB] },
    { type: 'object', oneOf: [refA, refB] },
  ],
  ['a remark beside a reference', object({ n: refA }), object({ n: { ...refA, description: 'Some' } })],
  ['no schema for one that takes anything', undefined, true],
];

describe('a schema that is only written differently', () => {
  it.each(REFACTORINGS)('has not changed for anybody: %s', (_, before, after) => {
    for (const side of ['input', 'output'] as const) {
      expect(told(side, before, after)).toEqual([]);
      expect(told(side, after, before)).toEqual([]);
    }
  });

  it('has not changed by the way in which a version writes an excluded bound, or null', () => {
    const bound = { ...I, minimum: 0, exclusiveMinimum: true };
    const versions = ['3.0.3', '3.1.0'];
    expect(told('input', bound, { ...I, exclusiveMinimum: 0 }, versions)).toEqual([]);
    expect(told('output', { ...S, nullable: true }, { type: ['string', 'null'] }, versions)).toEqual([]);
  });
});

const [looser, narrower] = [['limit-loosened'], ['input-narrowed']];
const [retyped, wider] = [['output-retyped'], ['output-widened']];

/** Before, after; then what it means for what is taken and for what is given, and the same the other way round. */
const CHANGES: [string, unknown, unknown, string[], string[], string[], string[]][] = [
  ['a value more', { enum: ['a'] }, { enum: ['a', 'b'] }, [], wider, narrower, []],
  ['any value', { ...S, enum: ['a'] }, S, looser, wider, narrower, []],
  ['an alternative more', { oneOf: [refA] }, { oneOf: [refA, refB] }, [], wider, narrower, []],
  [
    'null as a further alternative',
    { oneOf: [refA, refB] },
    { oneOf: [refA, refB, NULL] },
    [],
    ['output-optional'],
    narrower,
    [],
  ],
  ['a higher bound', { ...S, maxLength: 5 }, { ...S, maxLength: 9 }, looser, wider, narrower, []],
  [
    'a bound that is no longer excluded',
    { ...I, exclusiveMinimum: 0 },
    { ...I, minimum: 0 },
    looser,
    wider,
    narrower,
    [],
  ],
  ['equal items', { ...list(S), uniqueItems: true }, list(S), looser, wider, narrower, []],
  ['every number', { ...I, multipleOf: 5 }, I, looser, wider, narrower, []],
  ['items of any kind', list(S), { type: 'array' }, looser, retyped, ['input-retyped'], []],
  [
    'anything for what is not described',
    { type: 'object', additionalProperties: S },
    { type: 'object' },
    looser,
    retyped,
    ['input-retyped'],
    [],
  ],
  ['no schema at all', list(S), undefined, looser, retyped, ['input-retyped'], []],
  [
    'a longer text beside a reference',
    object({ n: { $ref: '#/components/schemas/S', maxLength: 5 } }),
    object({ n: { $ref: '#/components/schemas/S', maxLength: 9 } }),
    looser,
    wider,
    narrower,
    [],
  ],
  [
    'a privilege that was given only',
    object({ role: { $ref: '#/components/schemas/S', readOnly: true } }),
    object({ role: { $ref: '#/components/schemas/S' } }),
    ['sensitive-input-added'],
    [],
    ['input-removed'],
    [],
  ],
  [
    'the second of two items',
    { type: 'array', prefixItems: [S, S] },
    { type: 'array', prefixItems: [S, I] },
    ['input-retyped'],
    retyped,
    ['input-retyped'],
    retyped,
  ],
  [
    'another property that tells alternatives apart',
    { oneOf: [refA, refB], discriminator: { propertyName: 'a' } },
    { oneOf: [refA, refB], discriminator: { propertyName: 'b' } },
    ['input-retyped'],
    retyped,
    ['input-retyped'],
    retyped,
  ],
];

describe('what a schema lets through now', () => {
  it.each(CHANGES)('%s', (_, before, after, taken, given, takenBack, givenBack) => {
    expect(told('input', before, after)).toEqual(taken);
    expect(told('output', before, after)).toEqual(given);
    expect(told('input', after, before)).toEqual(takenBack);
    expect(told('output', after, before)).toEqual(givenBack);
  });

  it('leaves aside what stands beside a reference where that was to be ignored', () => {
    const [before, after] = [5, 9].map((maxLength) =>
      object({ n: { $ref: '#/components/schemas/S', maxLength } }),
    );
    expect(told('input', before, after, ['3.0.3', '3.0.3'])).toEqual([]);
  });
});
