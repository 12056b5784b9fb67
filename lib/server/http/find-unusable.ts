import { pointer } from './json-pointer.ts';
import type { FieldError } from './problem.ts';

/** No body of ours needs more; what writes it down again goes as deep as the value does. */
export const MAX_DEPTH = 100;

/**
 * The first thing in a parsed body that cannot be kept: NUL, half a surrogate pair, or nesting beyond all sense. Names
 * and values alike.
 */
export function findUnusable(value: unknown): FieldError | null {
  const path: string[] = [];
  const detail = search(value, path);
  return detail === null ? null : { pointer: pointer(path), detail };
}

function search(value: unknown, path: string[]): string | null {
  if (typeof value === 'string') return faultOf(value);
  if (typeof value !== 'object' || value === null) return null;
  if (path.length >= MAX_DEPTH) return `Nested deeper than ${MAX_DEPTH} levels.`;
  for (const [key, member] of Object.entries(value)) {
    path.push(key);
    const detail = faultOf(key) ?? search(member, path);
    if (detail !== null) return detail;
    path.pop();
  }
  return null;
}

function faultOf(text: string): string | null {
  if (text.includes('\0')) return 'Must not contain NUL.';
  return text.isWellFormed() ? null : 'Must be well-formed Unicode: half of a surrogate pair stands alone.';
}
