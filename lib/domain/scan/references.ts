import { isObject, member } from '../description/json-values.ts';
import { escapeToken, localPointer, valueAt } from '../description/pointer.ts';
import type { JsonObject, JsonValue } from '../description/types.ts';

/** A value and where it stands, references already followed. */
export interface Place {
  value: JsonValue;
  pointer: string;
}

export interface References {
  /** The value at a JSON pointer (`''` is the document), own properties only. */
  at: (pointer: string) => JsonValue | undefined;
  /** The place itself, or what its `$ref` leads to; stays where it is when the chain is external, broken or a circle. */
  follow: (place: Place) => Place;
  /** A child of a place by key, followed; undefined where there is none. */
  child: (place: Place, key: string) => Place | undefined;
  /** All children of a place by key, followed. */
  entries: (place: Place | undefined) => [string, Place][];
}

/** Chains of references to references longer than this are not followed. */
const LONGEST_CHAIN = 64;

/** The text of a `$ref`, where a value is a reference. */
export function refOf(value: JsonValue | undefined): string | undefined {
  if (!isObject(value)) return undefined;
  const ref = member(value, '$ref');
  return typeof ref === 'string' ? ref : undefined;
}

/** Lookups in one document, each pointer once. Nothing is expanded and nothing is fetched. */
export function referencesOf(root: JsonObject): References {
  const known = new Map<string, JsonValue | undefined>();
  const ends = new Map<string, Place | null>();

  function at(pointer: string): JsonValue | undefined {
    if (known.has(pointer)) return known.get(pointer);
    const value = valueAt(root, pointer);
    known.set(pointer, value);
    return value;
  }

  /** What stands at a pointer in the end; null where a chain is a circle or too long. */
  function endOf(start: string): Place | null {
    const passed: string[] = [];
    let end: Place | null = null;
    for (let pointer = start; passed.length < LONGEST_CHAIN;) {
      const known = ends.get(pointer);
      if (known !== undefined) {
        end = known;
        break;
      }
      passed.push(pointer);
      const value = at(pointer);
      const ref = refOf(value);
      const next = ref === undefined ? null : localPointer(ref);
      if (next === null || at(next) === undefined) {
        end = value === undefined ? null : { value, pointer };
        break;
      }
      pointer = next;
    }
    for (const pointer of passed) ends.set(pointer, end);
    return end;
  }

  function follow(place: Place): Place {
    const ref = refOf(place.value);
    const pointer = ref === undefined ? null : localPointer(ref);
    return pointer === null ? place : (endOf(pointer) ?? place);
  }

  function child({ value, pointer }: Place, key: string): Place | undefined {
    const inner = Array.isArray(value)
      ? value[Number(key)]
      : isObject(value)
        ? member(value, key)
        : undefined;
    return inner === undefined
      ? undefined
      : follow({ value: inner, pointer: `${pointer}/${escapeToken(key)}` });
  }

  function entries(place: Place | undefined): [string, Place][] {
    if (!place || typeof place.value !== 'object' || place.value === null) return [];
    return Object.keys(place.value).flatMap((key): [string, Place][] => {
      const entry = child(place, key);
      return entry ? [[key, entry]] : [];
    });
  }

  return { at, follow, child, entries };
}
