import type { JsonValue } from '../../description/types.ts';
import type { TypedRule } from '../rule.ts';
import { NO_LIMITS } from './causes.ts';

/** Truthy and not a plain yes or no, compared as loosely as the equivalent rules do. */
function isConstraint(value: JsonValue | undefined): boolean {
  return (
    Boolean(value) &&
    value !== true &&
    value !== 1 &&
    value !== '1' &&
    !(Array.isArray(value) && value.length === 0)
  );
}

const OBJECT = {
  on: 'typed:object',
  cause: NO_LIMITS.id,
  owasp: ['API3'],
  severity: 'low',
  severityElsewhere: 'info',
  per: 'values',
  group: 'document',
  why: 'Undescribed properties pass validation and may be bound to fields that callers must not set, such as a role or an owner; maps without bound grow as the sender wishes.',
  fix: 'Set `additionalProperties: false` on objects that requests carry (`unevaluatedProperties: false` where schemas are combined); give maps a schema for their values and `maxProperties`.',
} as const;

/** Which properties of an object travel. */
export const OBJECT_PROPERTY_RULES: readonly TypedRule[] = [
  {
    ...OBJECT,
    id: 'api3-additional-properties',
    equivalent: 'owasp:api3:2023-no-additionalProperties',
    dialects: ['3.0'],
    title: 'Additional properties are allowed',
    check: ({ additionalProperties }) => Boolean(additionalProperties) && 'additionalProperties',
  },
  {
    ...OBJECT,
    id: 'api3-unbounded-map',
    equivalent: 'owasp:api3:2023-constrained-additionalProperties',
    dialects: ['3.0'],
    title: 'A map may have any number of entries',
    check: ({ additionalProperties, maxProperties }) =>
      isConstraint(additionalProperties) && maxProperties === undefined,
  },
  {
    ...OBJECT,
    id: 'api3-unevaluated-properties',
    equivalent: 'owasp:api3:2023-no-unevaluatedProperties',
    dialects: ['3.1', '3.2'],
    equivalentIn: ['3.1'],
    title: 'Unevaluated properties are allowed',
    check: ({ unevaluatedProperties }) => Boolean(unevaluatedProperties) && 'unevaluatedProperties',
  },
  {
    ...OBJECT,
    id: 'api3-unbounded-unevaluated',
    equivalent: 'owasp:api3:2023-constrained-unevaluatedProperties',
    dialects: ['3.1', '3.2'],
    equivalentIn: ['3.1'],
    title: 'Unevaluated properties are not bounded in number',
    check: ({ unevaluatedProperties, maxProperties }) =>
      isConstraint(unevaluatedProperties) && maxProperties === undefined,
  },
];
