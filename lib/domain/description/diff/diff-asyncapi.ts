import { asyncMessages, asyncReplies, payloadOf } from '../asyncapi-messages.ts';
import { ASYNCAPI_SHAPES } from '../asyncapi-shapes.ts';
import { isObject, objectOf } from '../json-values.ts';
import { valueAt } from '../pointer.ts';
import type { JsonObject } from '../types.ts';
import type { Note } from './change-log.ts';
import { diffSchemes } from './diff-schemes.ts';
import type { OperationPair } from './match-operations.ts';
import { schemaPairs } from './schema-pairs.ts';

/** What differs between two AsyncAPI documents beyond their inventories: messages, and security schemes. */
export function diffAsyncapi(
  older: JsonObject,
  newer: JsonObject,
  pairs: readonly OperationPair[],
  note: Note,
): void {
  const schemas = schemaPairs(older, newer);
  for (const pair of pairs) {
    const { key, method } = pair.newer;
    const isInput = method === 'RECEIVE';
    compare(pair, asyncMessages, { side: isInput ? 'input' : 'output', verb: isInput ? 'takes' : 'sends' });
    compare(pair, asyncReplies, {
      side: isInput ? 'output' : 'input',
      verb: isInput ? 'answers with' : 'is answered with',
    });

    function compare(
      { older: was, newer: is }: OperationPair,
      list: typeof asyncMessages,
      { side, verb }: { side: 'input' | 'output'; verb: string },
    ): void {
      const before = messagesAt(older, was.pointer, list);
      const after = messagesAt(newer, is.pointer, list);
      for (const [name, message] of after) {
        const same = before.get(name);
        if (!same) {
          note('media-type-added', key, message.pointer, `${key} also ${verb} the message ${name}`);
          continue;
        }
        schemas.compare(key, side, 'message', payloadOf(older, same), payloadOf(newer, message));
      }
      for (const [name, { pointer }] of before) {
        if (!after.has(name))
          note('media-type-removed', key, pointer, `${key} no longer ${verb} the message ${name}`);
      }
    }
  }
  schemas.finish(note);
  const shape = ASYNCAPI_SHAPES.securityScheme;
  diffSchemes(schemesOf(older), schemesOf(newer), { place: '/components/securitySchemes', shape }, note);
}

function messagesAt(document: JsonObject, pointer: string, list: typeof asyncMessages) {
  const operation = valueAt(document, pointer);
  const messages = isObject(operation) ? list(document, operation, pointer) : [];
  return new Map(messages.map((message) => [message.name, message]));
}

const schemesOf = (document: JsonObject): JsonObject =>
  objectOf(objectOf(document.components).securitySchemes);
