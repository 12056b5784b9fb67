import { Problem } from './problem.ts';

/** Where a keyset page ended: the sort it belongs to and the values of the sort columns of its last row, the key last. */
export interface Cursor {
  sort: string;
  values: (string | number | null)[];
}

export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.sort, ...cursor.values])).toString('base64url');
}

/** Refuses what is no cursor, and a cursor that belongs to another order. */
export function decodeCursor(text: string, sort: string, length: number): Cursor {
  const parts = parse(text);
  const fits =
    Array.isArray(parts) &&
    parts.length === length + 1 &&
    typeof parts[0] === 'string' &&
    parts.slice(1).every((part) => part === null || typeof part === 'string' || typeof part === 'number');
  if (!fits) throw badCursor('This is not a cursor that a page of this list gave out.');
  if (parts[0] !== sort) throw badCursor('This cursor belongs to another order of the list.');
  return { sort, values: parts.slice(1) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

const badCursor = (detail: string) =>
  new Problem('invalid', detail, { code: 'cursor', errors: [{ pointer: '/cursor', detail }] });
