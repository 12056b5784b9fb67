import { isObject } from '../json-values.ts';
import type { JsonObject, JsonValue } from '../types.ts';

/** Lists whose order means nothing, by the key under which they stand. */
const UNORDERED = new Set([
  'required',
  'enum',
  'security',
  'parameters',
  'tags',
  'servers',
  'allOf',
  'anyOf',
  'oneOf',
  'company',
]);

/** The same document with its keys, and the entries of unordered lists, in an order that `next` (0 to 1) decides. */
export function reordered(value: JsonValue, next: () => number, key = ''): JsonValue {
  if (Array.isArray(value)) {
    const entries = value.map((entry) => reordered(entry, next));
    return UNORDERED.has(key) ? shuffled(entries, next) : entries;
  }
  if (!isObject(value)) return value;
  const result: JsonObject = {};
  for (const name of shuffled(Object.keys(value), next))
    result[name] = reordered(value[name] ?? null, next, name);
  return result;
}

function shuffled<T>(items: readonly T[], next: () => number): T[] {
  return items
    .map((item) => ({ item, rank: next() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
