import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '#lib/env.ts';
import { Problem } from './problem.ts';

/** Where a keyset page ended: the sort it belongs to and the values of the sort columns of its last row, the key last. */
export interface Cursor {
  sort: string;
  values: (string | number | null)[];
}

const MAC_BYTES = 12;

/** Sealed: its values go into a query, and only values that came out of one may. */
export function encodeCursor(cursor: Cursor): string {
  const text = Buffer.from(JSON.stringify([cursor.sort, ...cursor.values]));
  return Buffer.concat([macOf(text), text]).toString('base64url');
}

/** Refuses what is no cursor of ours, and a cursor that belongs to another order. */
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
  const bytes = Buffer.from(text, 'base64url');
  const payload = bytes.subarray(MAC_BYTES);
  if (payload.length === 0 || !timingSafeEqual(bytes.subarray(0, MAC_BYTES), macOf(payload))) return null;
  return JSON.parse(payload.toString('utf8'));
}

const macOf = (payload: Uint8Array): Buffer =>
  createHmac('sha256', env().secret)
    .update('gatehouse/cursor/v1\n')
    .update(payload)
    .digest()
    .subarray(0, MAC_BYTES);

const badCursor = (detail: string) =>
  new Problem('invalid', detail, { code: 'cursor', errors: [{ pointer: '/cursor', detail }] });
