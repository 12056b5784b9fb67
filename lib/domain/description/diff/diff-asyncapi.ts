import { asyncMessages } from '../asyncapi-messages.ts';
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
    const { key, method, pointer } = pair.newer;
    const before = messagesAt(older, pair.older.pointer);
    const after = messagesAt(newer, pointer);
    const side = method === 'RECEIVE' ? 'input' : 'output';
    const verb = side === 'input' ? 'takes' : 'sends';
    for (const [name, { message, pointer: place }] of after) {
      const same = before.get(name);
      if (!same) {
        note('media-type-added', key, place, `${key} also ${verb} the message ${name}`);
        continue;
      }
      const from = { value: same.message.payload, pointer: `${same.pointer}/payload` };
      schemas.compare(key, side, 'message', from, { value: message.payload, pointer: `${place}/payload` });
    }
    for (const [name, { pointer: place }] of before) {
      if (!after.has(name))
        note('media-type-removed', key, place, `${key} no longer ${verb} the message ${name}`);
    }
  }
  schemas.finish(note);
  const shape = ASYNCAPI_SHAPES.securityScheme;
  diffSchemes(schemesOf(older), schemesOf(newer), { place: '/components/securitySchemes', shape }, note);
}

function messagesAt(document: JsonObject, pointer: string) {
  const operation = valueAt(document, pointer);
  const messages = isObject(operation) ? asyncMessages(document, operation, pointer) : [];
  return new Map(messages.map((message) => [message.name, message]));
}

const schemesOf = (document: JsonObject): JsonObject =>
  objectOf(objectOf(document.components).securitySchemes);
