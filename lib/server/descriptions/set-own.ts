import type { JsonObject, JsonValue } from '#lib/domain/description/types.ts';

/** Defines a key as the object's own, also where a document calls it `__proto__`. */
export function setOwn(object: JsonObject, key: string, value: JsonValue): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  else object[key] = value;
}
