import { isObject } from '../description/json-values.ts';
import { localPointer, pointerTokens, valueAt } from '../description/pointer.ts';
import type { JsonObject, JsonValue } from '../description/types.ts';
import { refOf } from './references.ts';

/** A place where Gatehouse and Spectral's OWASP ruleset 2.0.1 are meant to differ, or do so for a reason that is known. */
export interface ParityDifference {
  id: string;
  reason: string;
  /** Whether a pair that only one of them has, at this pointer, comes from it. */
  explains: (root: JsonObject, pointer: string) => boolean;
}

function valuesOnTheWay(root: JsonObject, pointer: string): JsonValue[] {
  const tokens = pointerTokens(pointer);
  let value: JsonValue | undefined = root;
  const values: JsonValue[] = [root];
  for (const token of tokens) {
    value = Array.isArray(value)
      ? value[Number(token)]
      : isObject(value) && Object.hasOwn(value, token)
        ? value[token]
        : undefined;
    if (value === undefined) break;
    values.push(value);
  }
  return values;
}

/** Every known difference. Beside these Spectral gives no answer at all where a key `in` or `name` below `parameters` holds no text: it fails. */
export const PARITY_DIFFERENCES: readonly ParityDifference[] = [
  {
    id: 'keys beside a reference',
    reason:
      'Where an object has `$ref` and other keys that its target has too, Spectral looks at the target but searches for the place among the other keys, does not find it, and reports a place that is not in the document. Gatehouse reports the target.',
    explains: (root, pointer) =>
      valuesOnTheWay(root, pointer).some(
        (value) =>
          isObject(value) &&
          refOf(value) !== undefined &&
          Object.values(value).some((inner) => typeof inner === 'object'),
      ),
  },
  {
    id: 'reference into a component',
    reason:
      'Spectral leaves references within a circle unresolved, and tells circles by the exact target. Gatehouse tells them by component, so a reference into the inside of another component of the same circle counts as circular.',
    explains: (root, pointer) => {
      const ref = refOf(valueAt(root, pointer));
      return ref !== undefined && pointerTokens(localPointer(ref) ?? '').length > 3;
    },
  },
];
