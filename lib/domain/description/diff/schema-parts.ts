import { arrayOf, isObject, member, objectOf, textOf, textsOf } from '../json-values.ts';
import { escapeToken } from '../pointer.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import { bothOf } from './joined-schemas.ts';
import type { Limit, Located, SchemaView } from './schema-facts.ts';
import { LOWER_LIMITS, UPPER_LIMITS } from './schema-facts.ts';

/** Adds what one part of a schema asks for: of two parts that speak of the same, the stricter holds. */
export function addPart(view: SchemaView, schema: JsonObject, pointer: string): void {
  for (const type of typesOf(schema)) {
    if (type === 'null') view.isNullable = true;
    // How version 2.0 calls a text of bytes.
    else view.types.add(type === 'file' ? 'string' : type);
  }
  if (schema.type === 'file') view.format = 'binary';
  if (schema.nullable === true || schema['x-nullable'] === true) view.isNullable = true;
  addValues(view, valuesOf(schema));
  view.format = textOf(schema.format) ?? view.format;
  const pattern = textOf(schema.pattern);
  if (pattern !== null) view.patterns.add(pattern);
  if (typeof schema.multipleOf === 'number') view.multipleOf = schema.multipleOf;
  view.isUnique ||= schema.uniqueItems === true;
  addLimits(view, schema);
  addLocated(view.properties, schema.properties, `${pointer}/properties`);
  addLocated(view.byPattern, schema.patternProperties, `${pointer}/patternProperties`);
  for (const name of textsOf(schema.required)) view.required.add(name);
  if (isObject(schema.items)) view.items = { value: schema.items, pointer: `${pointer}/items` };
  for (const key of ['prefixItems', 'items'] as const) {
    for (const [index, value] of arrayOf(schema[key]).entries())
      view.tuple[index] = { value, pointer: `${pointer}/${key}/${index}` };
  }
  const key = schema.additionalProperties === undefined ? 'unevaluatedProperties' : 'additionalProperties';
  const additional = schema[key];
  if (additional === false) view.additional = false;
  else if (isObject(additional) && view.additional !== false)
    view.additional = { value: additional, pointer: `${pointer}/${key}` };
  view.discriminator = discriminatorOf(schema) ?? view.discriminator;
}

/** Version 2.0 names the property, later ones have an object for it. */
const discriminatorOf = ({ discriminator }: JsonObject): string | null =>
  textOf(isObject(discriminator) ? discriminator.propertyName : discriminator);

function addLocated(map: Map<string, Located>, value: JsonValue | undefined, pointer: string): void {
  const entries = objectOf(value);
  for (const name of Object.keys(entries)) {
    const stated = { value: member(entries, name), pointer: `${pointer}/${escapeToken(name)}` };
    const known = map.get(name);
    map.set(name, known ? bothOf(known, stated) : stated);
  }
}

function valuesOf(schema: JsonObject): readonly JsonValue[] | null {
  if (Array.isArray(schema.enum)) return schema.enum;
  return schema.const === undefined ? null : [schema.const];
}

function addValues(view: SchemaView, values: readonly JsonValue[] | null): void {
  if (values === null) return;
  const texts = new Set(values.map((value) => JSON.stringify(value)));
  view.values = view.values?.filter((value) => texts.has(JSON.stringify(value))) ?? [...values];
}

function addLimits({ limits }: SchemaView, schema: JsonObject): void {
  for (const limit of UPPER_LIMITS) tighten(limits, limit, schema[limit], Math.min);
  for (const limit of LOWER_LIMITS) tighten(limits, limit, schema[limit], Math.max);
  // Before OpenAPI 3.1 the exclusion was a remark on the bound.
  if (schema.exclusiveMaximum === true) tighten(limits, 'exclusiveMaximum', schema.maximum, Math.min);
  if (schema.exclusiveMinimum === true) tighten(limits, 'exclusiveMinimum', schema.minimum, Math.max);
}

function tighten(
  limits: SchemaView['limits'],
  limit: Limit,
  value: JsonValue | undefined,
  tighter: (a: number, b: number) => number,
): void {
  if (typeof value === 'number') limits[limit] = tighter(limits[limit] ?? value, value);
}

function typesOf(schema: JsonObject): string[] {
  if (typeof schema.type === 'string') return [schema.type];
  if (Array.isArray(schema.type)) return textsOf(schema.type);
  if (schema.properties !== undefined) return ['object'];
  return schema.items === undefined && schema.prefixItems === undefined ? [] : ['array'];
}

/**
 * Alternatives go into the view, except one that stands alone beside null, which is the schema itself made optional and
 * returned as a further part, and those that are nothing but values, which are an enumeration.
 */
export function alternativesOf(view: SchemaView, schema: JsonObject, pointer: string): Located[] {
  const alone: Located[] = [];
  for (const key of ['oneOf', 'anyOf'] as const) {
    const entries = arrayOf(schema[key]).map((value, index) => ({
      value,
      pointer: `${pointer}/${key}/${index}`,
    }));
    const others = entries.filter(({ value }) => !isNull(value));
    if (others.length < entries.length) view.isNullable = true;
    const values = others.map(({ value }) => plainValues(value));
    if (others.length === 1) alone.push(...others);
    else if (others.length > 0 && values.every((found) => found !== null))
      addValueSchemas(view, others, values);
    else view.variants.push(...others);
  }
  return alone;
}

export const isNull = (schema: JsonValue): boolean => {
  if (!isObject(schema)) return false;
  const values = valuesOf(schema);
  return schema.type === 'null' || (values !== null && values.length === 1 && values[0] === null);
};

/** What a schema that only lists values may have. */
const VALUE_KEYS: ReadonlySet<string> = new Set(
  'type const enum title description deprecated $comment example examples'.split(' '),
);

const plainValues = (schema: JsonValue): readonly JsonValue[] | null =>
  isObject(schema) && Object.keys(schema).every((key) => VALUE_KEYS.has(key) || key.startsWith('x-'))
    ? valuesOf(schema)
    : null;

function addValueSchemas(
  view: SchemaView,
  schemas: readonly Located[],
  values: readonly (readonly JsonValue[] | null)[],
): void {
  const known = view.types.size > 0;
  for (const { value } of schemas)
    if (isObject(value) && !known) for (const type of typesOf(value)) view.types.add(type);
  addValues(
    view,
    values.flatMap((found) => found ?? []),
  );
}
