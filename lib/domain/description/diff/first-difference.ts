import { canonicalText, isEmptyText, sortedKeys } from '../canonical-text.ts';
import { isObject } from '../json-values.ts';
import { appendedTargets, rootShape } from '../material.ts';
import { childShape } from '../material-shape.ts';
import type { Shape } from '../material-shape.ts';
import { escapeToken } from '../pointer.ts';
import type { JsonObject, JsonValue, ParsedDescription } from '../types.ts';

/** Pointer of the first place at which the canonical forms of two descriptions differ; it may stand in either. */
export function firstDifference(older: ParsedDescription, newer: ParsedDescription): string {
  const [from, to] = [pointersOf(older), pointersOf(newer)];
  if (from.text !== to.text) return firstDifferenceAt(older.document, newer.document, rootShape(newer), '');
  const before = new Map(
    appendedTargets(older, from.pointers).map((target) => [target.pointer, target.text]),
  );
  const differing = appendedTargets(newer, to.pointers).find(
    ({ pointer, text }) => before.get(pointer) !== text,
  );
  return differing?.pointer ?? '';
}

function pointersOf(parsed: ParsedDescription) {
  const pointers = new Map<string, Set<Shape>>();
  return { pointers, text: canonicalText(parsed.document, rootShape(parsed), pointers) };
}

const textOf = (value: JsonValue, shape: Shape): string => canonicalText(value, shape, new Map());

/** The same below one place, whose values are read as `shape`. */
export function firstDifferenceAt(older: JsonValue, newer: JsonValue, shape: Shape, pointer: string): string {
  if (isObject(older) && isObject(newer)) {
    const [before, after] = [materialEntries(older, shape), materialEntries(newer, shape)];
    for (const [key, { value, child, text }] of after) {
      const place = `${pointer}/${escapeToken(key)}`;
      const former = before.get(key);
      if (former === undefined) return place;
      if (former.text !== text) return firstDifferenceAt(former.value, value, child, place);
    }
    const gone = [...before.keys()].find((key) => !after.has(key));
    return gone === undefined ? pointer : `${pointer}/${escapeToken(gone)}`;
  }
  if (Array.isArray(older) && Array.isArray(newer)) {
    if (shape.unordered) {
      const before = new Set(older.map((entry) => textOf(entry, shape.items)));
      const index = newer.findIndex((entry) => !before.has(textOf(entry, shape.items)));
      return index === -1 ? pointer : `${pointer}/${index}`;
    }
    const index = newer.findIndex(
      (entry, at) =>
        at >= older.length || textOf(entry, shape.items) !== textOf(older[at] ?? null, shape.items),
    );
    if (index === -1 || index >= older.length) return index === -1 ? pointer : `${pointer}/${index}`;
    return firstDifferenceAt(older[index] ?? null, newer[index] ?? null, shape.items, `${pointer}/${index}`);
  }
  return pointer;
}

interface MaterialEntry {
  value: JsonValue;
  child: Shape;
  text: string;
}

/** What counts in an object, by key in canonical order, with its canonical text. */
export function materialEntries(object: JsonObject, shape: Shape): Map<string, MaterialEntry> {
  const entries = new Map<string, MaterialEntry>();
  for (const key of sortedKeys(object)) {
    const child = childShape(shape, key);
    const value = object[key];
    if (child.treatment === 'drop' || value === undefined) continue;
    const text = textOf(value, child);
    if (!child.omitEmpty || !isEmptyText(text)) entries.set(key, { value, child, text });
  }
  return entries;
}
