import { isObject } from '../../description/json-values.ts';
import type { JsonObject, JsonValue } from '../../description/types.ts';
import { METHODS } from '../grammar.ts';
import type { ObjectRule } from '../rule.ts';

function operationsIn(callback: JsonObject): JsonObject[] {
  return Object.values(callback)
    .filter(isObject)
    .flatMap((item) =>
      Object.entries(item).flatMap(([method, value]) =>
        METHODS.has(method) && isObject(value) ? [value] : [],
      ),
    );
}

function hasSchema(content: JsonValue | undefined): boolean {
  return (
    isObject(content) && Object.values(content).some((media) => isObject(media) && media.schema !== undefined)
  );
}

/** What the other side sends back is described, or nothing is expected from it. */
function describesAnswers({ responses }: JsonObject): boolean {
  if (!isObject(responses)) return false;
  return Object.entries(responses).every(([status, answer]) => {
    if (!status.startsWith('2') || !isObject(answer) || answer.$ref !== undefined) return true;
    return answer.content === undefined || hasSchema(answer.content);
  });
}

const SAYS_PROOF = /\bsign(?:ed|ature)\b|\bhmac\b|\bsecret\b|\btoken\b|\bauthoriz|\bauthenticat|\bmtls\b/i;

const THIRD_PARTY = {
  on: 'callback',
  owasp: ['API10'],
  severity: 'low',
  per: 'operations',
  group: 'document',
} as const;

/** What comes from others is believed. */
export const THIRD_PARTY_RULES: readonly ObjectRule[] = [
  {
    ...THIRD_PARTY,
    id: 'api10-callback-without-schema',
    title: 'What callbacks bring is not described',
    why: 'Data from other services is trusted more readily than input of users, and rarely checked. Without a schema nobody can check it.',
    fix: 'Describe the body and the answers of the callback with schemas, check them, and limit their size and time.',
    check: ({ value }) => operationsIn(value).some((operation) => !describesAnswers(operation)),
  },
  {
    ...THIRD_PARTY,
    id: 'api10-callback-without-proof',
    title: 'Callbacks do not prove who sends them',
    why: 'A receiver that cannot tell a real call from a forged one acts on whatever anybody posts to its address.',
    fix: 'Sign callbacks (for example as Standard Webhooks do), or require a credential with `security`, and describe how to verify it.',
    check: ({ value }) =>
      operationsIn(value).some(
        (operation) =>
          operation.security === undefined && !SAYS_PROOF.test(JSON.stringify(operation).slice(0, 20_000)),
      ),
  },
];
