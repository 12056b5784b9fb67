import { arrayOf, isObject, member, objectOf, textOf, textsOf } from '../json-values.ts';
import { escapeToken, resolve } from '../pointer.ts';
import type { JsonObject, JsonValue } from '../types.ts';

/** A value with its place. */
export interface Located {
  value: JsonValue | undefined;
  pointer: string;
}

/** Whether a schema has a name of its own. */
export const isComponentPointer = (pointer: string): boolean =>
  /^\/(?:components\/schemas|definitions)\/[^/]+$/.test(pointer);

/** Bounds of a value, by the keyword that states them. */
export const UPPER_LIMITS = [
  'maximum',
  'maxLength',
  'maxItems',
  'maxProperties',
  'exclusiveMaximum',
] as const;
export const LOWER_LIMITS = [
  'minimum',
  'minLength',
  'minItems',
  'minProperties',
  'exclusiveMinimum',
] as const;
type Limit = (typeof UPPER_LIMITS)[number] | (typeof LOWER_LIMITS)[number];

/** What a schema asks for, `allOf` and references to references taken together. */
export interface SchemaView {
  /** `string`, `string (uuid)`, `integer or string`; empty where any type will do. */
  type: string;
  types: Set<string>;
  format: string;
  isNullable: boolean;
  values: JsonValue[] | null;
  pattern: string | null;
  limits: Partial<Record<Limit, number>>;
  properties: Map<string, Located>;
  required: Set<string>;
  items: Located | null;
  /** Schema of undescribed properties; false where there may be none. */
  additional: Located | boolean;
  variants: Located[];
  readOnly: boolean;
  writeOnly: boolean;
}

/** More parts than any honest schema combines. */
const MOST_PARTS = 1000;

/** Reads the schema at a place; never follows a circle of `allOf` twice. */
export function viewSchema(document: JsonObject, start: Located): SchemaView {
  const view: SchemaView = {
    type: '',
    types: new Set(),
    format: '',
    isNullable: false,
    values: null,
    pattern: null,
    limits: {},
    properties: new Map(),
    required: new Set(),
    items: null,
    additional: true,
    variants: [],
    readOnly: false,
    writeOnly: false,
  };
  const seen = new Set<JsonObject>();
  const waiting = [start];
  for (let part = waiting.shift(); part !== undefined && seen.size < MOST_PARTS; part = waiting.shift()) {
    const { value, pointer } = resolve(document, part.value, part.pointer);
    if (!isObject(value) || seen.has(value)) continue;
    seen.add(value);
    addPart(view, value, pointer);
    for (const [index, entry] of arrayOf(value.allOf).entries()) {
      waiting.push({ value: entry, pointer: `${pointer}/allOf/${index}` });
    }
    waiting.push(...variantsOf(view, value, pointer));
  }
  const types = [...view.types].sort().join(' or ');
  view.type = view.format !== '' && types !== '' ? `${types} (${view.format})` : types;
  return view;
}

/** Alternatives go into the view, except one that stands alone beside null: that is the schema itself, made optional. */
function variantsOf(view: SchemaView, schema: JsonObject, pointer: string): Located[] {
  const alone: Located[] = [];
  for (const key of ['oneOf', 'anyOf'] as const) {
    const entries = arrayOf(schema[key]).map((value, index) => ({
      value,
      pointer: `${pointer}/${key}/${index}`,
    }));
    const others = entries.filter(({ value }) => !(isObject(value) && value.type === 'null'));
    if (others.length < entries.length) view.isNullable = true;
    if (others.length === 1) alone.push(...others);
    else view.variants.push(...others);
  }
  return alone;
}

function addPart(view: SchemaView, schema: JsonObject, pointer: string): void {
  for (const type of typesOf(schema)) {
    if (type === 'null') view.isNullable = true;
    else view.types.add(type);
  }
  if (schema.nullable === true || schema['x-nullable'] === true) view.isNullable = true;
  if (Array.isArray(schema.enum)) view.values = schema.enum;
  else if (schema.const !== undefined) view.values = [schema.const];
  view.format = textOf(schema.format) ?? view.format;
  view.pattern = textOf(schema.pattern) ?? view.pattern;
  view.readOnly ||= schema.readOnly === true;
  view.writeOnly ||= schema.writeOnly === true;
  for (const limit of [...UPPER_LIMITS, ...LOWER_LIMITS]) {
    const value = schema[limit];
    if (typeof value === 'number') view.limits[limit] = value;
  }
  const properties = objectOf(schema.properties);
  for (const name of Object.keys(properties)) {
    view.properties.set(name, {
      value: member(properties, name),
      pointer: `${pointer}/properties/${escapeToken(name)}`,
    });
  }
  for (const name of textsOf(schema.required)) view.required.add(name);
  if (isObject(schema.items)) view.items = { value: schema.items, pointer: `${pointer}/items` };
  const additional = schema.additionalProperties ?? schema.unevaluatedProperties;
  if (additional === false) view.additional = false;
  else if (isObject(additional))
    view.additional = { value: additional, pointer: `${pointer}/additionalProperties` };
}

function typesOf(schema: JsonObject): string[] {
  if (typeof schema.type === 'string') return [schema.type];
  if (Array.isArray(schema.type)) return textsOf(schema.type);
  if (schema.properties !== undefined) return ['object'];
  return schema.items === undefined ? [] : ['array'];
}
