import { isObject, member } from './json-values.ts';
import { resolve } from './pointer.ts';
import type { Targets } from './pointer.ts';
import type { JsonObject, JsonValue } from './types.ts';

const MAPS = ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'] as const;
const LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'] as const;
const SINGLE = [
  'additionalProperties',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'unevaluatedProperties',
] as const;

/**
 * Visits `schema` and every schema below it once, through local `$ref`s; `seen` may be shared by several walks. Stops
 * early when `visit` returns true. Iterative, because references can make a chain of any length.
 */
export function walkSchemas(
  document: JsonObject,
  schema: JsonValue | undefined,
  seen: Set<JsonObject>,
  visit: (schema: JsonObject) => boolean | void,
  known: Targets = new Map(),
): void {
  const waiting: (JsonValue | undefined)[] = [schema];
  while (waiting.length > 0) {
    const { value } = resolve(document, waiting.pop(), '', known);
    if (!isObject(value) || seen.has(value)) continue;
    seen.add(value);
    if (visit(value) === true) return;
    for (const key of MAPS) {
      const map = value[key];
      if (isObject(map)) for (const name of Object.keys(map)) waiting.push(member(map, name));
    }
    for (const key of LISTS) {
      const list = value[key];
      if (Array.isArray(list)) for (const entry of list) waiting.push(entry);
    }
    for (const key of SINGLE) if (isObject(value[key])) waiting.push(value[key]);
    const { items } = value;
    if (Array.isArray(items)) for (const entry of items) waiting.push(entry);
    else if (items !== undefined) waiting.push(items);
  }
}
