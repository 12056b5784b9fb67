import { isObject } from './json-values.ts';
import { childShape } from './material-shape.ts';
import type { Shape } from './material-shape.ts';
import type { JsonObject, JsonValue } from './types.ts';

/** Local pointers met on the way, with the shapes their targets are read as. */
export type Pointers = Map<string, Set<Shape>>;

const EMPTY_OBJECT = '{}';
const EMPTY_LIST = '[]';
const EMPTY_SET = '<>';

/**
 * The canonical text of a value: what documentation says is left out, object keys and unordered lists are sorted by
 * UTF-16 code units, strings carry their length so that no two different values share a text (the idea of netstrings).
 * Time is that of sorting the keys. Pointers to other places are kept by name and noted in `pointers`.
 */
export function canonicalText(value: JsonValue, shape: Shape, pointers: Pointers): string {
  if (shape.treatment === 'presence') return '!';
  if (typeof value === 'string') {
    if (shape.pointsTo !== null) note(pointers, value, shape.pointsTo);
    return stringText(value);
  }
  if (typeof value === 'number') return `n${value};`;
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value === null) return 'z';
  return Array.isArray(value) ? listText(value, shape, pointers) : objectText(value, shape, pointers);
}

const stringText = (text: string): string => `${text.length}:${text}`;

function note(pointers: Pointers, ref: string, shape: Shape): void {
  const shapes = pointers.get(ref);
  if (shapes) shapes.add(shape);
  else pointers.set(ref, new Set([shape]));
}

function listText(list: readonly JsonValue[], shape: Shape, pointers: Pointers): string {
  if (!shape.unordered) {
    let text = '[';
    for (const entry of list) text += canonicalText(entry, shape.items, pointers);
    return `${text}]`;
  }
  const texts = list.map((entry) => canonicalText(entry, shape.items, pointers));
  let text = '<';
  let former: string | null = null;
  for (const entry of sortInPlace(texts)) {
    if (entry !== former) text += entry;
    former = entry;
  }
  return `${text}>`;
}

function objectText(object: JsonObject, shape: Shape, pointers: Pointers): string {
  let text = '{';
  for (const key of sortedKeys(object)) {
    const child = childShape(shape, key);
    const value = object[key];
    if (child.treatment === 'drop' || value === undefined) continue;
    const part = canonicalText(value, child, pointers);
    if (child.omitEmpty && isEmptyText(part)) continue;
    text += stringText(key) + part;
  }
  return `${text}}`;
}

export const isEmptyText = (text: string): boolean =>
  text === EMPTY_OBJECT || text === EMPTY_LIST || text === EMPTY_SET;

/** The keys of an object by UTF-16 code units. */
export const sortedKeys = (object: JsonObject): string[] => sortInPlace(Object.keys(object));

/** Most objects and lists have a handful of entries, for which inserting is several times faster than the general sort. */
const FEW = 12;

function sortInPlace(texts: string[]): string[] {
  if (texts.length > FEW) return texts.sort();
  for (let end = 1; end < texts.length; end++) {
    const text = texts[end] ?? '';
    let at = end - 1;
    while (at >= 0 && (texts[at] ?? '') > text) {
      texts[at + 1] = texts[at] ?? '';
      at--;
    }
    texts[at + 1] = text;
  }
  return texts;
}

/** The shape and value to which a pointer leads when it is followed from the root; null where it leads nowhere. */
export function reach(
  root: JsonObject,
  rootShape: Shape,
  tokens: readonly string[],
): { value: JsonValue; shape: Shape | null } | null {
  let value: JsonValue = root;
  let shape: Shape | null = rootShape;
  for (const token of tokens) {
    let next: JsonValue | undefined;
    if (Array.isArray(value)) {
      next = value[Number(token)];
      shape = shape?.items ?? null;
    } else if (isObject(value) && Object.hasOwn(value, token)) {
      next = value[token];
      shape = shape && childShape(shape, token);
    }
    if (next === undefined) return null;
    if (shape?.treatment === 'drop') shape = null;
    value = next;
  }
  return { value, shape };
}
