import { arrayOf, isObject } from '../../description/json-values.ts';
import type { JsonValue } from '../../description/types.ts';
import { namesIn, scopesOf, typesIn } from '../operation-facts.ts';
import { isInternal, isInternalOfError } from '../property-names.ts';
import { EVERY_DIALECT } from '../rule.ts';
import type { ObjectRule, OperationRule, PropertyRule, Rule } from '../rule.ts';
import { DESCRIPTION_GAPS } from './causes.ts';

const DEBUG =
  /^(?:_?debug|actuator|heapdump|threaddump|phpinfo|_profiler|pprof|trace\.axd|elmah(?:\.axd)?|server-status|jolokia|h2-console)$/i;
const ERROR_WORD = /^(?:errors?|exceptions?|faults?|problems?|failures?)$/;

const PROPERTY_RULES: readonly PropertyRule[] = [
  {
    id: 'api8-internals-in-answer',
    on: 'property',
    dialects: EVERY_DIALECT,
    side: 'response',
    owasp: ['API8'],
    severity: 'medium',
    per: 'operations',
    group: 'document',
    title: 'Answers tell how the service works inside',
    why: 'Stack traces, exceptions and database statements show versions, paths and queries, and turn guessing into knowing.',
    fix: 'Answer failures with one problem schema (RFC 9457) and an identifier of the request; keep the details in the log under that identifier.',
    named: (words) => isInternal(words) || isInternalOfError(words),
    check: (schema, owner, name) => {
      if (!isInternal(name) && !owner.some((word) => ERROR_WORD.test(word))) return false;
      const types = typesIn(schema);
      return (
        types.length === 0 || types.some((type) => type === 'string' || type === 'array' || type === 'object')
      );
    },
  },
];

function isWildcard(value: JsonValue | undefined): boolean {
  return value === '*' || (isObject(value) && value.value === '*');
}

/** A header that is described as `*`: by example, default, constant or as one of its values. */
function allowsAll(header: JsonValue): boolean {
  if (!isObject(header)) return false;
  const schema = isObject(header.schema) ? header.schema : header;
  const values = [
    header.example,
    schema.example,
    schema.default,
    schema.const,
    ...arrayOf(schema.enum),
    ...arrayOf(schema.examples),
  ];
  return (
    values.some(isWildcard) || (isObject(header.examples) && Object.values(header.examples).some(isWildcard))
  );
}

const HEADER_RULES: readonly ObjectRule[] = [
  {
    id: 'api8-any-origin',
    on: 'header',
    owasp: ['API8'],
    severity: 'medium',
    per: 'responses',
    group: 'document',
    title: 'Every website may read the answers',
    why: 'With `Access-Control-Allow-Origin: *` any page that somebody visits can read what the API tells without cookies, and internal APIs become readable from outside through the browsers of employees.',
    fix: 'Name the origins that need the answer; keep `*` for data that everybody may read.',
    check: ({ key, value }) => key.toLowerCase() === 'access-control-allow-origin' && allowsAll(value),
  },
];

const OPERATION_RULES: readonly OperationRule[] = [
  {
    id: 'api8-debug-path',
    on: 'operation',
    owasp: ['API8'],
    severity: 'medium',
    per: 'operations',
    group: 'document',
    title: 'Debugging or management addresses are part of the API',
    why: 'Such addresses show configuration, memory and internals, and some of them change the running service. They are the first thing scanners try.',
    fix: 'Serve them on a port of their own that only operators reach, and take them out of this API.',
    check: ({ path, security }) => security.length > 0 && namesIn(path).some((name) => DEBUG.test(name)),
  },
  {
    id: 'api8-answer-403',
    on: 'operation',
    cause: DESCRIPTION_GAPS.id,
    owasp: ['API8'],
    severity: 'info',
    per: 'operations',
    group: 'document',
    title: 'The answer to a caller without the right is not described',
    why: 'A refusal that is not described is answered somehow, and tests cannot tell whether a caller without the right is refused at all.',
    fix: 'Describe a 403 answer where scopes are required.',
    check: (operation) =>
      scopesOf(operation).some((scopes) => scopes.length > 0) &&
      !operation.answers.some(([status]) => status === '403' || status === '4XX' || status === 'default'),
  },
];

/** What is told or offered that nobody needs. */
export const EXPOSURE_RULES: readonly Rule[] = [...PROPERTY_RULES, ...HEADER_RULES, ...OPERATION_RULES];
