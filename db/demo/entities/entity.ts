export const PROPERTY_TYPES = [
  'id',
  'text',
  'note',
  'name',
  'code',
  'integer',
  'number',
  'money',
  'currency',
  'country',
  'boolean',
  'date',
  'datetime',
  'url',
  'email',
  'phone',
  'iban',
  'birthdate',
  'list',
  'enum',
] as const;
export type PropertyType = (typeof PROPERTY_TYPES)[number];

export interface Property {
  name: string;
  type: PropertyType;
  required: boolean;
  /** Set by the server alone: status, balances, times. */
  serverOwned: boolean;
  /** Words of an `enum`. */
  values: string[];
}

/** A resource that APIs of the company are made of. */
export interface Entity {
  /** Singular, camel case. */
  name: string;
  /** As in a path. */
  plural: string;
  properties: Property[];
  /** Steps beyond create, read, change and delete: `POST /payments/{paymentId}/capture`. */
  actions: string[];
}

/** `name:type` with `*` for required and `!` for server-owned, for example `status:enum(open,paid)!`. */
function property(text: string): Property {
  const match = /^(\w+):(\w+)(?:\(([\w,]+)\))?([*!]*)$/.exec(text);
  const type = PROPERTY_TYPES.find((candidate) => candidate === match?.[2]);
  if (!match?.[1] || !type) throw new Error(`not a property: ${text}`);
  const marks = match[4] ?? '';
  return {
    name: match[1],
    type,
    required: marks.includes('*'),
    serverOwned: marks.includes('!'),
    values: match[3]?.split(',') ?? [],
  };
}

const words = (text: string) => text.split(' ').filter((word) => word !== '');

/** `definitions`: plural → [singular, properties, actions], each list separated by blanks. */
export function entities(
  definitions: Record<string, readonly [name: string, properties: string, actions?: string]>,
): Record<string, Entity> {
  return Object.fromEntries(
    Object.entries(definitions).map(([plural, [name, properties, actions]]) => [
      name,
      { name, plural, properties: words(properties).map(property), actions: words(actions ?? '') },
    ]),
  );
}
