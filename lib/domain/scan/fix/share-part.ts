import { isObject, member } from '../../description/json-values.ts';
import { escapeToken, valueAt } from '../../description/pointer.ts';
import type { JsonObject, JsonValue } from '../../description/types.ts';
import type { Draft } from './draft.ts';

/** Key order does not matter for two parts to be the same. */
function isSame(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], member(b, key)));
}

/** Makes the objects that lead to a pointer, where they are missing; false where something else stands there. */
function makeWay({ root, add }: Draft, pointer: string): boolean {
  for (let end = pointer.indexOf('/', 1); ; end = pointer.indexOf('/', end + 1)) {
    const holder = end === -1 ? pointer : pointer.slice(0, end);
    const there = valueAt(root, holder);
    if (there === undefined ? !add(holder, {}) : !isObject(there)) return false;
    if (end === -1) return true;
  }
}

/**
 * The address of a shared part, as a `$ref` has it: one that says the same already, or a new one under the first free name.
 * Undefined where the description has no room for it.
 */
export function sharePart(draft: Draft, holder: string, name: string, part: JsonObject): string | undefined {
  if (!makeWay(draft, holder)) return undefined;
  for (let attempt = 1; attempt < 100; attempt += 1) {
    const pointer = `${holder}/${escapeToken(attempt === 1 ? name : `${name}${attempt}`)}`;
    const there = draft.at(pointer);
    if (there === undefined) return draft.add(pointer, part) ? `#${pointer}` : undefined;
    if (isSame(there, part)) return `#${pointer}`;
  }
  return undefined;
}
