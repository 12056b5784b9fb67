import { isObject, member } from '../../description/json-values.ts';
import { lastToken, pointerTokens, valueAt } from '../../description/pointer.ts';
import type { JsonObject, JsonValue } from '../../description/types.ts';

/** One step of a JSON Patch (RFC 6902). */
export type PatchOperation =
  | { op: 'add' | 'replace'; path: string; value: JsonValue }
  | { op: 'remove'; path: string };

/** A copy of a document that is being mended, and the patch that leads from the original to it. */
export interface Draft {
  root: JsonObject;
  patch: PatchOperation[];
  at: (pointer: string) => JsonValue | undefined;
  /** Sets a key of an object that is there; false, and nothing done, where it is not or the key exists. */
  add: (pointer: string, value: JsonValue) => boolean;
  /** Puts another value in the place of one that is there. */
  replace: (pointer: string, value: JsonValue) => boolean;
}

/** `__proto__` as a key of a plain object would be its prototype. */
function setOwn(object: JsonObject, key: string, value: JsonValue): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Begins to mend a document; the original is not touched. */
export function draftOf(original: JsonObject): Draft {
  // What aliases of YAML share becomes a value of its own at each place, as it is in the text of a patch.
  const root = JSON.parse(JSON.stringify(original)) as JsonObject;
  const patch: PatchOperation[] = [];
  const at = (pointer: string) => valueAt(root, pointer);
  const parentOf = (pointer: string) => at(pointer.slice(0, pointer.lastIndexOf('/')));

  return {
    root,
    patch,
    at,
    add(pointer, value) {
      const parent = parentOf(pointer);
      const key = lastToken(pointer);
      if (pointerTokens(pointer).length === 0 || !isObject(parent) || Object.hasOwn(parent, key))
        return false;
      setOwn(parent, key, structuredClone(value));
      patch.push({ op: 'add', path: pointer, value });
      return true;
    },
    replace(pointer, value) {
      const parent = parentOf(pointer);
      const key = lastToken(pointer);
      if (Array.isArray(parent) && at(pointer) !== undefined) parent[Number(key)] = structuredClone(value);
      else if (isObject(parent) && member(parent, key) !== undefined)
        setOwn(parent, key, structuredClone(value));
      else return false;
      patch.push({ op: 'replace', path: pointer, value });
      return true;
    },
  };
}
