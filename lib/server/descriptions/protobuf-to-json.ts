import type { JsonObject, JsonValue } from '#lib/domain/description/types.ts';
import { isObject, objectOf } from '#lib/domain/description/json-values.ts';
import { setOwn } from './set-own.ts';

export interface ProtobufDefinitions {
  /** The syntax or edition of the file. */
  edition: string;
  messages: JsonObject;
  enums: JsonObject;
  services: JsonObject;
  extensions: JsonObject;
}

/** Definitions of a protobuf file by their full names, from the parser's tree of namespaces. */
export function protobufToJson(tree: JsonObject): ProtobufDefinitions {
  const file: ProtobufDefinitions = {
    edition: 'proto2',
    messages: {},
    enums: {},
    services: {},
    extensions: {},
  };
  collect(tree, '', file);
  return file;
}

function collect(namespace: JsonObject, prefix: string, file: ProtobufDefinitions): void {
  const nested = objectOf(namespace.nested);
  for (const name of Object.keys(nested)) {
    const entry = nested[name];
    if (!isObject(entry)) continue;
    const fullName = prefix === '' ? name : `${prefix}.${name}`;
    const { nested: inner, edition, ...own } = entry;
    if (typeof edition === 'string') file.edition = edition;
    const target = targetOf(entry, file);
    if (target) setOwn(target, fullName, withoutNulls(own));
    if (inner !== undefined) collect(entry, fullName, file);
  }
}

function targetOf(entry: JsonObject, file: ProtobufDefinitions): JsonObject | null {
  if (entry.fields !== undefined) return file.messages;
  if (entry.values !== undefined) return file.enums;
  if (entry.methods !== undefined) return file.services;
  return entry.extend !== undefined ? file.extensions : null;
}

/** Default values of bytes may hold any octet; a NUL stands as it is written in the file. */
const escaped = (text: string): string => text.replaceAll('\0', '\\0');

/** The parser writes `comment: null` where nobody wrote a comment. */
function withoutNulls(value: JsonValue): JsonValue {
  if (typeof value === 'string') return escaped(value);
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value;
  const result: JsonObject = {};
  for (const key of Object.keys(value)) {
    const entry = value[key];
    if (entry !== null && entry !== undefined) setOwn(result, key, withoutNulls(entry));
  }
  return result;
}
