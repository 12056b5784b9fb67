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
