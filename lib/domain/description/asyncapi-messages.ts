import { arrayOf, isObject, objectOf, textOf } from './json-values.ts';
import { escapeToken, lastToken, resolve } from './pointer.ts';
import type { JsonObject, JsonValue } from './types.ts';

export interface AsyncMessage {
  /** What tells the messages of one operation apart. */
  name: string;
  message: JsonObject;
  pointer: string;
}

/**
 * The messages of an operation: in version 2 its `message` or the alternatives in there, in version 3 its `messages`,
 * or else all those of its channel.
 */
export function asyncMessages(document: JsonObject, operation: JsonObject, pointer: string): AsyncMessage[] {
  if (operation.message !== undefined) return ofVersion2(document, operation.message, `${pointer}/message`);
  const listed = arrayOf(operation.messages);
  if (listed.length > 0) {
    return listed.flatMap((entry, index) =>
      named(document, entry, `${pointer}/messages/${index}`, String(index)),
    );
  }
  const channel = resolve(document, operation.channel, `${pointer}/channel`);
  return Object.entries(objectOf(objectOf(channel.value).messages)).flatMap(([name, entry]) =>
    named(document, entry, `${channel.pointer}/messages/${escapeToken(name)}`, name),
  );
}

function ofVersion2(document: JsonObject, value: JsonValue, pointer: string): AsyncMessage[] {
  const message = resolve(document, value, pointer);
  const alternatives = arrayOf(objectOf(message.value).oneOf);
  if (alternatives.length === 0) return named(document, value, pointer, '0');
  return alternatives.flatMap((entry, index) =>
    named(document, entry, `${message.pointer}/oneOf/${index}`, String(index)),
  );
}

function named(document: JsonObject, entry: JsonValue, pointer: string, fallback: string): AsyncMessage[] {
  const resolved = resolve(document, entry, pointer);
  if (!isObject(resolved.value)) return [];
  const { value: message } = resolved;
  const own = textOf(message.messageId) ?? textOf(message.name);
  const name = own ?? (resolved.pointer === pointer ? fallback : lastToken(resolved.pointer));
  return [{ name, message, pointer: resolved.pointer }];
}

/** What an AsyncAPI 3 operation is answered with, or answers itself: its reply picks messages as the operation does. */
export function asyncReplies(document: JsonObject, operation: JsonObject, pointer: string): AsyncMessage[] {
  const reply = resolve(document, operation.reply, `${pointer}/reply`);
  return isObject(reply.value) ? asyncMessages(document, reply.value, reply.pointer) : [];
}

/** The schema of a message; version 3 may wrap it together with its format. */
export function payloadOf(
  document: JsonObject,
  { message, pointer }: Pick<AsyncMessage, 'message' | 'pointer'>,
): { value: JsonValue | undefined; pointer: string } {
  const payload = resolve(document, message.payload, `${pointer}/payload`);
  return isObject(payload.value) && textOf(payload.value.schemaFormat) !== null
    ? { value: payload.value.schema, pointer: `${payload.pointer}/schema` }
    : { value: message.payload, pointer: `${pointer}/payload` };
}
