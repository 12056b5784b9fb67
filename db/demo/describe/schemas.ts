import type { JsonObject, JsonValue } from '../../../lib/domain/description/types.ts';
import type { Entity, Property, PropertyType } from '../entities/entity.ts';
import type { Blueprint } from './blueprint.ts';
import type { Profile } from './profile.ts';
import { capital, spaced } from './words-of.ts';

/** Type, format and bounds; a careless description leaves out all but the type. */
const SCHEMAS: Record<PropertyType, JsonObject> = {
  id: { type: 'string', format: 'uuid', maxLength: 36 },
  text: { type: 'string', minLength: 1, maxLength: 120, pattern: '^[^\\x00-\\x1f]*$' },
  note: { type: 'string', maxLength: 2000, pattern: '^[^\\x00-\\x08]*$' },
  name: { type: 'string', minLength: 1, maxLength: 140, pattern: '^[^\\x00-\\x1f]*$' },
  code: { type: 'string', minLength: 1, maxLength: 40, pattern: '^[A-Za-z0-9._-]+$' },
  integer: { type: 'integer', format: 'int32', minimum: 0, maximum: 10000000 },
  number: { type: 'number', format: 'double', minimum: -1000000, maximum: 1000000 },
  money: { type: 'integer', format: 'int64', minimum: 0, maximum: 999999999 },
  currency: { type: 'string', minLength: 3, maxLength: 3, pattern: '^[A-Z]{3}$' },
  country: { type: 'string', minLength: 2, maxLength: 2, pattern: '^[A-Z]{2}$' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date', maxLength: 10 },
  datetime: { type: 'string', format: 'date-time', maxLength: 35 },
  url: { type: 'string', format: 'uri', maxLength: 500 },
  email: { type: 'string', format: 'email', maxLength: 254 },
  phone: { type: 'string', maxLength: 20, pattern: '^\\+[0-9]{6,18}$' },
  iban: { type: 'string', maxLength: 34, pattern: '^[A-Z]{2}[0-9A-Z]{13,32}$' },
  birthdate: { type: 'string', format: 'date', maxLength: 10 },
  list: {
    type: 'array',
    maxItems: 50,
    items: { type: 'string', maxLength: 200, pattern: '^[^\\x00-\\x1f]*$' },
  },
  enum: { type: 'string' },
};

const EXAMPLES: Partial<Record<PropertyType, JsonValue[]>> = {
  money: [1250, 49900],
  currency: ['EUR', 'SEK'],
  country: ['PT', 'DK'],
  date: ['2026-03-14', '2026-04-02'],
  name: ['Halden & Sons', 'Maria Lund'],
  code: ['A-1042', 'NX.77'],
};

const BARE = new Set(['type', 'items', 'enum']);

function bare(schema: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([word]) => BARE.has(word))
      .map(([word, value]) => [word, word === 'items' ? { type: 'string' } : value]),
  );
}

/** Of an id in path, query or body. */
export function idSchema(profile: Profile): JsonObject {
  return profile.ids === 'uuid' ? { ...SCHEMAS.id } : { type: 'integer' };
}

function propertySchema(property: Property, profile: Profile, wording: number): JsonObject {
  if (property.type === 'id') return { ...idSchema(profile), description: capital(spaced(property.name)) };
  const full = SCHEMAS[property.type];
  const schema: JsonObject = { ...(profile.isBounded ? full : bare(full)) };
  if (property.type === 'enum') schema['enum'] = property.values;
  schema['description'] = capital(spaced(property.name)) + (wording % 3 === 2 ? '.' : '');
  const example = EXAMPLES[property.type]?.[wording % 2];
  if (example !== undefined) schema['example'] = example;
  return schema;
}

function propertiesOf(entity: Entity, blueprint: Blueprint): Property[] {
  const added = blueprint.addedProperties
    .filter((addition) => addition.entity === entity.name)
    .map(({ name, type }): Property => ({ name, type, required: false, serverOwned: false, values: [] }));
  return [...entity.properties, ...added];
}

/** An object as the server answers it. */
export function responseSchema(entity: Entity, profile: Profile, blueprint: Blueprint): JsonObject {
  const properties = propertiesOf(entity, blueprint).map((property): [string, JsonValue] => {
    const schema = propertySchema(property, profile, blueprint.wording);
    return [
      property.name,
      property.serverOwned && profile.hasRequestSchemas ? { ...schema, readOnly: true } : schema,
    ];
  });
  const id = profile.hasRequestSchemas ? { ...idSchema(profile), readOnly: true } : idSchema(profile);
  const required = entity.properties.filter((property) => property.required).map((property) => property.name);
  return object({ id, ...Object.fromEntries(properties) }, ['id', ...required], profile);
}

/** What a caller may send. */
export function requestSchema(entity: Entity, profile: Profile, blueprint: Blueprint): JsonObject {
  const own = propertiesOf(entity, blueprint).filter((property) => !property.serverOwned);
  const required = own.filter((property) => property.required).map((property) => property.name);
  const properties = own.map((property) => [
    property.name,
    propertySchema(property, profile, blueprint.wording),
  ]);
  return object(Object.fromEntries(properties), required, profile);
}

export function object(properties: JsonObject, required: string[], profile: Profile): JsonObject {
  return {
    type: 'object',
    ...(profile.isBounded ? { additionalProperties: false } : {}),
    ...(required.length > 0 ? { required } : {}),
    properties,
  };
}
