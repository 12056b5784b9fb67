import type { ResolvedPlace } from '../resolved.ts';
import { isObject } from '../../description/json-values.ts';
import { entriesOf, isMissing } from '../places.ts';
import { OPENAPI_3 } from '../rule.ts';
import type { KeyedRule } from '../rule.ts';
import { missingAnswer } from './answers.ts';
import { NO_LIMITS } from './causes.ts';

const RATE = {
  on: 'keyed:responses',
  cause: NO_LIMITS.id,
  owasp: ['API4'],
  severity: 'low',
  group: 'document',
  why: 'Where nothing limits how often somebody may call, one client can exhaust the service, run up costs, or try passwords and identifiers without end.',
} as const;

/** The ways of telling clients about limits; an answer is expected to use one of them. */
const HEADER_SETS = [
  ['RateLimit'],
  ['RateLimit-Limit', 'RateLimit-Reset'],
  ['X-RateLimit-Limit'],
  ['X-Rate-Limit-Limit'],
];

function tellsLimit(headers: ResolvedPlace): boolean {
  const { value } = headers;
  if (!isObject(value)) return false;
  return HEADER_SETS.filter((names) => names.every((name) => value[name] !== undefined)).length === 1;
}

/** Whether clients are told how often they may call. */
export const RATE_RULES: readonly KeyedRule[] = [
  {
    ...RATE,
    id: 'api4-rate-limit-headers',
    equivalent: 'owasp:api4:2023-rate-limit',
    isBelowPaths: true,
    dialects: OPENAPI_3,
    per: 'responses',
    title: 'An answer does not tell the limit',
    fix: 'Describe `RateLimit` (or `RateLimit-Limit` with `RateLimit-Reset`) on answers 2xx and 4xx.',
    check: (node) =>
      entriesOf(node).flatMap(([status, answer]) => {
        if (!/^[24]/.test(status)) return [];
        if (typeof answer.value !== 'object' || answer.value === null) return answer;
        const headers = node.child(answer, 'headers');
        if (!headers) return answer;
        return tellsLimit(headers) ? [] : headers;
      }),
  },
  {
    ...RATE,
    id: 'api4-retry-after',
    equivalent: 'owasp:api4:2023-rate-limit-retry-after',
    dialects: OPENAPI_3,
    per: 'operations',
    title: 'The 429 answer does not say when to come back',
    fix: 'Describe the `Retry-After` header on the 429 answer.',
    check: (node) => {
      const answer = node.child(node.place, '429');
      const headers = answer && node.child(answer, 'headers');
      return headers && isMissing(headers, 'Retry-After') ? [headers] : [];
    },
  },
  {
    ...RATE,
    id: 'api4-answer-429',
    equivalent: 'owasp:api4:2023-rate-limit-responses-429',
    isBelowPaths: true,
    per: 'operations',
    title: 'The 429 answer is not described',
    fix: 'Describe a 429 answer with its content; one shared component serves all operations.',
    check: (node) => missingAnswer(node, '429'),
  },
];
