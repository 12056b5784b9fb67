import { escapeToken } from '../description/pointer.ts';

/**
 * The way from the root to where the walk stands. Pointers are written only when somebody asks, and what two places
 * have in common is written once: a walk over a million objects reports a few thousand of them.
 */
export interface Cursor {
  depth: number;
  readonly keys: string[];
  enter: (key: string) => void;
  leave: () => void;
  pointer: () => string;
}

export function createCursor(): Cursor {
  const keys: string[] = [];
  const prefixes: string[] = [''];
  let known = 0;

  const cursor: Cursor = {
    depth: 0,
    keys,
    enter(key) {
      if (known > cursor.depth) known = cursor.depth;
      keys[cursor.depth] = key;
      cursor.depth += 1;
    },
    leave() {
      cursor.depth -= 1;
    },
    pointer() {
      const { depth } = cursor;
      for (; known < depth; known += 1) {
        prefixes[known + 1] = `${prefixes[known] ?? ''}/${escapeToken(keys[known] ?? '')}`;
      }
      return prefixes[depth] ?? '';
    },
  };
  return cursor;
}
