import type { Tint, TintedPiece } from './tint-lines.ts';

/** Gathers the pieces of a line; neighbours of one kind become one. */
export function makePieces() {
  const pieces: [string, Tint | null][] = [];
  const add = (text: string, tint: Tint | null): void => {
    if (text === '') return;
    const last = pieces.at(-1);
    if (last && last[1] === tint) last[0] += text;
    else pieces.push([text, tint]);
  };
  return { pieces: pieces as TintedPiece[], add };
}
