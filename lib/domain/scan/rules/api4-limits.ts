import { ASYNCAPI } from '../rule.ts';
import type { TypedRule } from '../rule.ts';
import { NO_LIMITS } from './causes.ts';

const VALUE = {
  cause: NO_LIMITS.id,
  owasp: ['API4'],
  severity: 'low',
  severityElsewhere: 'info',
  per: 'values',
  group: 'document',
  why: 'Without limits one request may carry gigabytes of text, millions of elements or numbers nobody expects. In answers the same gaps only keep clients from checking what they get.',
} as const;
/** Versions in which the equivalent rules run. */
const KNOWN = ['2.0', '3.0', '3.1'] as const;
const EVERYWHERE = [...KNOWN, '3.2', ...ASYNCAPI] as const;

/** How much of anything a caller may send. */
export const LIMIT_RULES: readonly TypedRule[] = [
  {
    ...VALUE,
    id: 'api4-array-limit',
    equivalent: 'owasp:api4:2023-array-limit',
    on: 'typed:array',
    dialects: EVERYWHERE,
    equivalentIn: KNOWN,
    title: 'An array has no maximum length',
    fix: 'Set `maxItems`.',
    check: ({ maxItems }) => maxItems === undefined,
  },
  {
    ...VALUE,
    id: 'api4-string-limit',
    equivalent: 'owasp:api4:2023-string-limit',
    on: 'typed:string',
    dialects: EVERYWHERE,
    equivalentIn: KNOWN,
    title: 'A string has no maximum length',
    fix: 'Set `maxLength`, or list the values with `enum` or `const`.',
    check: (value) => value.maxLength === undefined && value.enum === undefined && value.const === undefined,
  },
  {
    ...VALUE,
    id: 'api4-string-restricted',
    equivalent: 'owasp:api4:2023-string-restricted',
    on: 'typed:string',
    dialects: EVERYWHERE,
    equivalentIn: KNOWN,
    title: 'A string may hold any characters',
    fix: 'Set `pattern` or `format`, or list the values with `enum` or `const`.',
    check: (value) =>
      value.format === undefined &&
      value.pattern === undefined &&
      value.enum === undefined &&
      value.const === undefined,
  },
  {
    ...VALUE,
    id: 'api4-integer-limit',
    equivalent: 'owasp:api4:2023-integer-limit',
    on: 'typed:integer',
    dialects: ['3.1', '3.2'],
    equivalentIn: ['3.1'],
    title: 'A whole number has no minimum or maximum',
    fix: 'Set `minimum` or `exclusiveMinimum`, and `maximum` or `exclusiveMaximum`, one of each.',
    check: (value) =>
      (value.minimum === undefined) === (value.exclusiveMinimum === undefined) ||
      (value.maximum === undefined) === (value.exclusiveMaximum === undefined),
  },
  {
    ...VALUE,
    id: 'api4-integer-limit-legacy',
    equivalent: 'owasp:api4:2023-integer-limit-legacy',
    on: 'typed:integer',
    dialects: ['2.0', '3.0', ...ASYNCAPI],
    equivalentIn: ['2.0', '3.0'],
    title: 'A whole number has no minimum or maximum',
    fix: 'Set `minimum` and `maximum`.',
    check: ({ minimum, maximum }) => minimum === undefined || maximum === undefined,
  },
  {
    ...VALUE,
    id: 'api4-integer-format',
    equivalent: 'owasp:api4:2023-integer-format',
    on: 'typed:integer',
    dialects: EVERYWHERE,
    equivalentIn: KNOWN,
    title: 'A whole number has no size',
    fix: 'Set `format: int32` or `format: int64`.',
    check: ({ format }) => format === undefined,
  },
];
