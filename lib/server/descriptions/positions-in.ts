import { decodeText } from './decode-text.ts';
import type { Position } from './json-text.ts';
import { locate } from './locate.ts';

/** Where pointers stand in the text exactly as it was handed in; those without a place in it are left out. */
export function positionsIn(bytes: Uint8Array, pointers: readonly string[] = []): [string, Position][] {
  return [...locate(decodeText(bytes), pointers)];
}
