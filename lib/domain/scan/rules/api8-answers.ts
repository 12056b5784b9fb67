import { isObject } from '../../description/json-values.ts';
import type { KeyedRule } from '../rule.ts';
import { DESCRIPTION_GAPS } from './causes.ts';
import { missingAnswer } from './answers.ts';

const WHY =
  'Failures that nobody designed are answered by whatever the framework does, often with internals such as stack traces; clients cannot handle them and tests cannot check them.';

const ANSWER = {
  on: 'keyed:responses',
  isBelowPaths: true,
  cause: DESCRIPTION_GAPS.id,
  owasp: ['API8'],
  severity: 'low',
  per: 'operations',
  group: 'document',
  why: WHY,
} as const;

/** What an answer tells, to whom. */
export const ANSWER_RULES: readonly KeyedRule[] = [
  {
    ...ANSWER,
    id: 'api8-answer-validation',
    equivalent: 'owasp:api8:2023-define-error-validation',
    title: 'The answer to an invalid request is not described',
    fix: 'Describe a 400, 422 or 4XX answer.',
    check: ({ place }) => {
      const { value } = place;
      if (!isObject(value)) return [place];
      return value['400'] === undefined && value['422'] === undefined && value['4XX'] === undefined
        ? [place]
        : [];
    },
  },
  {
    ...ANSWER,
    id: 'api8-answer-401',
    equivalent: 'owasp:api8:2023-define-error-responses-401',
    title: 'The answer to a caller without identity is not described',
    fix: 'Describe a 401 answer with its content.',
    check: (node) => missingAnswer(node, '401'),
  },
  {
    ...ANSWER,
    id: 'api8-answer-500',
    equivalent: 'owasp:api8:2023-define-error-responses-500',
    title: 'The answer to an internal failure is not described',
    fix: 'Describe a 500 answer with its content.',
    check: (node) => missingAnswer(node, '500'),
  },
  {
    id: 'api8-cors-origin',
    cause: DESCRIPTION_GAPS.id,
    equivalent: 'owasp:api8:2023-define-cors-origin',
    on: 'keyed:headers',
    owasp: ['API8'],
    severity: 'info',
    per: 'responses',
    group: 'document',
    title: 'Headers do not say which websites may read the answer',
    why: 'Whether browsers let other websites read answers is decided by Access-Control-Allow-Origin. A described origin can be reviewed; an undescribed one tends to become `*`.',
    fix: 'Describe `Access-Control-Allow-Origin` with the allowed origins on answers meant for browsers.',
    check: (node) => {
      const { place } = node;
      if (typeof place.value !== 'object' || place.value === null) return place.value ? [] : [place];
      const origin = node.child(place, 'Access-Control-Allow-Origin');
      return origin ? (origin.value ? [] : [origin]) : [place];
    },
  },
];
