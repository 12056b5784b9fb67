import { isObject, member } from './json-values.ts';
import type { JsonObject, JsonValue } from './types.ts';

/** One reference token of a JSON pointer (RFC 6901). */
export const escapeToken = (token: string): string =>
  token.includes('~') || token.includes('/') ? token.replaceAll('~', '~0').replaceAll('/', '~1') : token;

export const unescapeToken = (token: string): string =>
  token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token;

export const pointerTokens = (pointer: string): string[] =>
  pointer === '' ? [] : pointer.slice(1).split('/').map(unescapeToken);

export const lastToken = (pointer: string): string =>
  unescapeToken(pointer.slice(pointer.lastIndexOf('/') + 1));

/** The pointer behind a local `$ref` such as `#/components/schemas/User`; null for an external one or an anchor. */
export function localPointer(ref: string): string | null {
  if (ref === '#') return '';
  if (!ref.startsWith('#/')) return null;
  const pointer = ref.slice(1);
  if (!pointer.includes('%')) return pointer;
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}

/** The value at a JSON pointer; undefined where nothing is. */
export function valueAt(document: JsonObject, pointer: string): JsonValue | undefined {
  let value: JsonValue | undefined = document;
  for (const token of pointerTokens(pointer)) {
    if (isObject(value)) value = member(value, token);
    else if (Array.isArray(value)) value = /^(?:0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
    else return undefined;
  }
  return value;
}

/** References may lead to references; no honest description needs more steps than this. */
const MOST_STEPS = 64;

export interface Resolved {
  value: JsonValue | undefined;
  /** Where the value stands; the last reference itself when it leads nowhere. */
  pointer: string;
}

/** Targets of local `$ref`s already looked up in one document, for walks that meet the same ones again and again. */
export type Targets = Map<string, { pointer: string; value: JsonValue } | null>;

/** Follows local `$ref`s from `value` at `pointer`, through references to references, never outside and never in circles. */
export function resolve(
  document: JsonObject,
  value: JsonValue | undefined,
  pointer: string,
  known?: Targets,
): Resolved {
  let at: Resolved = { value, pointer };
  for (let step = 0; step < MOST_STEPS; step++) {
    if (!isObject(at.value)) return at;
    const ref = at.value.$ref;
    if (typeof ref !== 'string') return at;
    let target = known?.get(ref);
    if (target === undefined) {
      target = targetOf(document, ref);
      known?.set(ref, target);
    }
    if (target === null) return at;
    at = target;
  }
  return { value: undefined, pointer };
}

function targetOf(document: JsonObject, ref: string): { pointer: string; value: JsonValue } | null {
  const pointer = localPointer(ref);
  const value = pointer === null ? undefined : valueAt(document, pointer);
  return pointer === null || value === undefined ? null : { pointer, value };
}
