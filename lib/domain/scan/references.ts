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
}

/** Chains of references to references longer than this are not followed. */
const LONGEST_CHAIN = 64;

export function escapeSegment(key: string): string {
  return key.includes('~') || key.includes('/') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * JSON pointer of a local reference (`#/components/schemas/Pet` → `/components/schemas/Pet`), percent-decoded;
 * undefined for anything else.
 */
export function localPointer(ref: string): string | undefined {
  if (ref === '#') return '';
  if (!ref.startsWith('#/')) return undefined;
  const pointer = ref.slice(1);
  return pointer.includes('%') ? pointer.split('/').map(decodePercent).map(reescape).join('/') : pointer;
}

/** A percent-decoded slash belongs to the name, not to the path. */
function reescape(segment: string): string {
  return segment.includes('/') ? segment.replaceAll('/', '~1') : segment;
}

export function refOf(value: JsonValue | undefined): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const ref = Object.hasOwn(value, '$ref') ? value.$ref : undefined;
  return typeof ref === 'string' ? ref : undefined;
}

function step(value: JsonValue, segment: string): JsonValue | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const key = segment.includes('~') ? segment.replaceAll('~1', '/').replaceAll('~0', '~') : segment;
  if (!Object.hasOwn(value, key)) return undefined;
  return Array.isArray(value) ? value[Number(key)] : value[key];
}

/** Lookups in one document. Nothing is expanded and nothing is fetched. */
export function referencesOf(root: JsonObject): References {
  const known = new Map<string, JsonValue | undefined>();

  function at(pointer: string): JsonValue | undefined {
    if (pointer === '') return root;
    if (known.has(pointer)) return known.get(pointer);
    let value: JsonValue | undefined = root;
    for (const segment of pointer.slice(1).split('/')) {
      value = step(value, segment);
      if (value === undefined) break;
    }
    known.set(pointer, value);
    return value;
  }

  function follow(place: Place): Place {
    let now = place;
    for (let links = 0; links < LONGEST_CHAIN; links += 1) {
      const ref = refOf(now.value);
      if (ref === undefined) return now;
      const pointer = localPointer(ref);
      const value = pointer === undefined ? undefined : at(pointer);
      if (pointer === undefined || value === undefined) return now;
      now = { value, pointer };
    }
    return place;
  }

  function child(place: Place, key: string): Place | undefined {
    const { value } = place;
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    const inner = Array.isArray(value) ? value[Number(key)] : value[key];
    return inner === undefined
      ? undefined
      : follow({ value: inner, pointer: `${place.pointer}/${escapeSegment(key)}` });
  }

  return { at, follow, child };
}
