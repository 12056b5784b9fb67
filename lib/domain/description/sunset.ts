import { isObject, objectOf, textOf } from './json-values.ts';
import { escapeToken, resolve } from './pointer.ts';
import type { JsonObject } from './types.ts';

/** What a text says of a deprecated operation that has an end. */
export const SUNSET_TEXT =
  /\bsunset|\bremov(?:e|ed|al)\b|\bretire|\bend[- ]of[- ]life|\bdiscontinu|\b20\d\d-\d\d/i;

/** Keys of an operation that state its end: `x-sunset`, and what others made of it. */
export const isSunsetKey = (key: string): boolean => /^x-.*sunset|^sunset$/i.test(key);

export interface Sunset {
  /** Whether the description says anything about the end of the operation. */
  isStated: boolean;
  /** As it stands with the operation, where it is a text. */
  date: string | null;
  /** Pointers of the keys that state it. */
  pointers: string[];
}

/** When an OpenAPI operation ends: its own key, its texts, or a Sunset header (RFC 8594) of its answers. */
export function sunsetOf(document: JsonObject, operation: JsonObject, pointer: string): Sunset {
  const keys = Object.keys(operation).filter(isSunsetKey);
  const texts = [operation.summary, operation.description].map((text) => textOf(text) ?? '');
  return {
    isStated:
      keys.length > 0 || texts.some((text) => SUNSET_TEXT.test(text)) || answersSunset(document, operation),
    date: keys.map((key) => textOf(operation[key])).find((text) => text !== null) ?? null,
    pointers: keys.map((key) => `${pointer}/${escapeToken(key)}`),
  };
}

function answersSunset(document: JsonObject, operation: JsonObject): boolean {
  return Object.values(objectOf(operation.responses)).some((entry) => {
    const answer = resolve(document, entry, '').value;
    const names = isObject(answer) ? Object.keys(objectOf(answer.headers)) : [];
    return names.some((name) => name.toLowerCase() === 'sunset');
  });
}
