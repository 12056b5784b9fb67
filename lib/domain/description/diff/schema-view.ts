import { arrayOf, isObject } from '../json-values.ts';
import type { JsonObject } from '../types.ts';
import { emptyView } from './schema-facts.ts';
import type { Located, SchemaView } from './schema-facts.ts';
import { addPart, alternativesOf } from './schema-parts.ts';
import { asksBeside, schemaAt } from './schema-reference.ts';

/** More parts than any honest schema combines. */
const MOST_PARTS = 1000;

/** Reads the schema at a place; never follows a circle of `allOf` twice. */
export function viewSchema(document: JsonObject, start: Located): SchemaView {
  const view = emptyView();
  const seen = new Set<JsonObject>();
  const waiting = [start];
  for (let part = waiting.shift(); part !== undefined && seen.size < MOST_PARTS; part = waiting.shift()) {
    const { value, pointer } = schemaAt(document, part);
    if (!isObject(value) || seen.has(value)) continue;
    seen.add(value);
    addPart(view, value, pointer);
    if (asksBeside(document, value)) waiting.push({ value: { $ref: value.$ref ?? null }, pointer });
    for (const [index, entry] of arrayOf(value.allOf).entries()) {
      waiting.push({ value: entry, pointer: `${pointer}/allOf/${index}` });
    }
    waiting.push(...alternativesOf(view, value, pointer));
  }
  const types = [...view.types].sort().join(' or ');
  view.type = view.format !== '' && types !== '' ? `${types} (${view.format})` : types;
  return view;
}
