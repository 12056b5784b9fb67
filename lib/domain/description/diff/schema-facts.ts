import type { JsonValue } from '../types.ts';

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
export type Limit = (typeof UPPER_LIMITS)[number] | (typeof LOWER_LIMITS)[number];

/** What a schema asks for, `allOf` and references to references taken together. */
export interface SchemaView {
  /** `string`, `string (uuid)`, `integer or string`; empty where any type will do. */
  type: string;
  types: Set<string>;
  format: string;
  isNullable: boolean;
  values: JsonValue[] | null;
  patterns: Set<string>;
  /** The tightest of each that a part states. */
  limits: Partial<Record<Limit, number>>;
  multipleOf: number | null;
  isUnique: boolean;
  properties: Map<string, Located>;
  /** Schemas of properties whose names match an expression. */
  byPattern: Map<string, Located>;
  required: Set<string>;
  items: Located | null;
  /** Schemas of the first items, in order. */
  tuple: Located[];
  /** Schema of undescribed properties; false where there may be none. */
  additional: Located | boolean;
  variants: Located[];
  /** The property that tells variants apart. */
  discriminator: string | null;
}

export const emptyView = (): SchemaView => ({
  type: '',
  types: new Set(),
  format: '',
  isNullable: false,
  values: null,
  patterns: new Set(),
  limits: {},
  multipleOf: null,
  isUnique: false,
  properties: new Map(),
  byPattern: new Map(),
  required: new Set(),
  items: null,
  tuple: [],
  additional: true,
  variants: [],
  discriminator: null,
});

/** Whether a schema lets anything through. */
export const takesAnything = ({ type, variants, properties, additional, values }: SchemaView): boolean =>
  type === '' && variants.length === 0 && properties.size === 0 && additional !== false && values === null;
