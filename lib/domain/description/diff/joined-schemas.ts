import { isObject } from '../json-values.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import type { Located } from './schema-facts.ts';

/** One object for the same two schemas each time: what compares schemas knows by identity where it has been. */
const JOINED = new WeakMap<JsonObject, WeakMap<JsonObject, JsonObject>>();
const MADE_HERE = new WeakSet<JsonObject>();

/** What two parts say of the same place, by references so that each keeps its own. */
export function bothOf(first: Located, second: Located): Located {
  if (!isObject(first.value)) return second;
  if (!isObject(second.value) || first.value === second.value) return first;
  const others = JOINED.get(first.value) ?? new WeakMap<JsonObject, JsonObject>();
  JOINED.set(first.value, others);
  const joined = others.get(second.value) ?? { allOf: [referTo(first), referTo(second)] };
  others.set(second.value, joined);
  MADE_HERE.add(joined);
  return { value: joined, pointer: second.pointer };
}

const referTo = ({ value, pointer }: Located): JsonValue =>
  isObject(value) && MADE_HERE.has(value) ? value : { $ref: `#${pointer.replaceAll('%', '%25')}` };
