import { isObject, member } from '../../description/json-values.ts';
import { escapeToken, lastToken } from '../../description/pointer.ts';
import type { JsonObject } from '../../description/types.ts';
import type { Draft } from './draft.ts';
import type { Remedies, Remedy } from './remedy.ts';
import { sharePart } from './share-part.ts';

const PRINTABLE = '^[^\\x00-\\x1F\\x7F]*$';

/** RFC 9457, without what would tell about internals. */
const PROBLEM: JsonObject = {
  type: 'object',
  description: 'What went wrong, as a problem document (RFC 9457).',
  properties: {
    type: { type: 'string', format: 'uri-reference', maxLength: 2048 },
    title: { type: 'string', maxLength: 200, pattern: PRINTABLE },
    status: { type: 'integer', format: 'int32', minimum: 400, maximum: 599 },
    detail: { type: 'string', maxLength: 1000, pattern: PRINTABLE },
  },
};
const RATE_LIMIT: JsonObject = {
  description: 'How many requests are left, and until when.',
  schema: { type: 'string', maxLength: 200, pattern: PRINTABLE },
};
const RETRY_AFTER: JsonObject = {
  description: 'Seconds to wait before the next request.',
  schema: { type: 'integer', format: 'int32', minimum: 0, maximum: 86_400 },
};

interface Answer {
  name: string;
  description: string;
}
const ANSWERS: Readonly<Record<string, Answer>> = {
  400: { name: 'InvalidRequest', description: 'The request is not valid; nothing was changed.' },
  401: { name: 'Unauthenticated', description: 'The caller has not said who it is, or could not prove it.' },
  429: { name: 'TooManyRequests', description: 'The caller has used up its requests for now.' },
  500: { name: 'InternalError', description: 'The service failed.' },
};

const isVersion2 = ({ root }: Draft) => root.swagger !== undefined;

function shareHeader(draft: Draft, name: string): JsonObject | undefined {
  const ref = sharePart(draft, '/components/headers', name, name === 'RateLimit' ? RATE_LIMIT : RETRY_AFTER);
  return ref === undefined ? undefined : { $ref: ref };
}

function headersOf(draft: Draft, status: string): JsonObject {
  const names = status === '500' ? [] : status === '429' ? ['RateLimit', 'Retry-After'] : ['RateLimit'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const header = shareHeader(draft, name === 'Retry-After' ? 'RetryAfter' : name);
      return header ? [[name, header]] : [];
    }),
  );
}

function problemContent(draft: Draft): JsonObject | undefined {
  const $ref = sharePart(draft, '/components/schemas', 'Problem', PROBLEM);
  return $ref === undefined ? undefined : { 'application/problem+json': { schema: { $ref } } };
}

function shareAnswer(draft: Draft, status: string): string | undefined {
  const answer = ANSWERS[status];
  if (!answer) return undefined;
  const { name, description } = answer;
  if (isVersion2(draft)) {
    const $ref = sharePart(draft, '/definitions', 'Problem', PROBLEM);
    return $ref && sharePart(draft, '/responses', name, { description, schema: { $ref } });
  }
  const content = problemContent(draft);
  if (!content) return undefined;
  const headers = headersOf(draft, status);
  const part: JsonObject =
    Object.keys(headers).length > 0 ? { description, headers, content } : { description, content };
  return sharePart(draft, '/components/responses', name, part);
}

/** A place that lacks an answer holds answers by status; otherwise it is an answer that lacks its content. */
const describeAnswer =
  (status: string): Remedy =>
  ({ pointer }, { draft }) => {
    const place = draft.at(pointer);
    if (!isObject(place) || member(place, '$ref') !== undefined) return false;
    if (lastToken(pointer) === 'responses') {
      const $ref = member(place, status) === undefined ? shareAnswer(draft, status) : undefined;
      return $ref !== undefined && draft.add(`${pointer}/${escapeToken(status)}`, { $ref });
    }
    const isAnswer = typeof place.description === 'string' && place.content === undefined;
    const content = isAnswer && !isVersion2(draft) ? problemContent(draft) : undefined;
    return content !== undefined && draft.add(`${pointer}/content`, content);
  };

/** The place is an answer without headers, or its headers. */
const tellLimit: Remedy = ({ pointer }, { draft }) => {
  const place = draft.at(pointer);
  if (!isObject(place) || member(place, '$ref') !== undefined) return false;
  const isHeaders = lastToken(pointer) === 'headers';
  if (!isHeaders && (typeof place.description !== 'string' || place.headers !== undefined)) return false;
  // Two ways of telling at once are as unclear as none; which one goes, a person decides.
  if (isHeaders && Object.keys(place).some((name) => /^x-rate-?limit|^ratelimit/i.test(name))) return false;
  const header = shareHeader(draft, 'RateLimit');
  if (!header) return false;
  return isHeaders
    ? draft.add(`${pointer}/RateLimit`, header)
    : draft.add(`${pointer}/headers`, { RateLimit: header });
};

const tellWhenToReturn: Remedy = ({ pointer }, { draft }) => {
  const place = draft.at(pointer);
  if (!isObject(place) || member(place, '$ref') !== undefined) return false;
  const header = shareHeader(draft, 'RetryAfter');
  return header !== undefined && draft.add(`${pointer}/Retry-After`, header);
};

/** What clients are told when something fails, and how often they may call. */
export const ANSWER_REMEDIES: Remedies = [
  ['api8-answer-validation', describeAnswer('400')],
  ['api8-answer-401', describeAnswer('401')],
  ['api8-answer-500', describeAnswer('500')],
  ['api4-answer-429', describeAnswer('429')],
  ['api4-retry-after', tellWhenToReturn],
  ['api4-rate-limit-headers', tellLimit],
];
