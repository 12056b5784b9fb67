import type { JsonObject, JsonValue } from './types.ts';

/** Reading a document that may have anything anywhere: what has the wrong shape reads as absent. */
export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const NOTHING: JsonObject = Object.freeze({});
const NO_ITEMS: readonly JsonValue[] = [];

export const objectOf = (value: JsonValue | undefined): JsonObject => (isObject(value) ? value : NOTHING);

export const arrayOf = (value: JsonValue | undefined): readonly JsonValue[] =>
  Array.isArray(value) ? value : NO_ITEMS;

export const textOf = (value: JsonValue | undefined): string | null =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;

export const textsOf = (value: JsonValue | undefined): string[] =>
  arrayOf(value).filter((entry): entry is string => typeof entry === 'string');

/** The value under a key that came out of a document: never something inherited, such as `constructor`. */
export const member = (object: JsonObject, key: string): JsonValue | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;
