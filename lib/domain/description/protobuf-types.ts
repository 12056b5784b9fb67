import { member, objectOf } from './json-values.ts';
import type { JsonObject } from './types.ts';

/**
 * Full name of the message or enum that `name` means inside `scope` (the full name of a message or service): the
 * innermost enclosing scope wins, as in C++ (Protocol Buffers language guide, "Packages and Name Resolution").
 * Null for scalars and for types of imported files.
 */
export function protobufTypeName(document: JsonObject, scope: string, name: string): string | null {
  const isKnown = (full: string) =>
    member(objectOf(document.messages), full) !== undefined ||
    member(objectOf(document.enums), full) !== undefined;
  if (name.startsWith('.')) return isKnown(name.slice(1)) ? name.slice(1) : null;
  for (let prefix = scope; ; prefix = prefix.slice(0, Math.max(0, prefix.lastIndexOf('.')))) {
    const full = prefix === '' ? name : `${prefix}.${name}`;
    if (isKnown(full)) return full;
    if (prefix === '') return null;
  }
}
