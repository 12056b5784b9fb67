import { pointerTokens } from '#lib/domain/description/pointer.ts';
import type { Position } from './json-text.ts';

/** Pointers that somebody wants to locate, as a tree of their tokens. */
export interface PointerTree {
  children: Map<string, PointerTree>;
  pointer: string | null;
}

export type Positions = Map<string, Position>;

export function pointerTree(pointers: Iterable<string>): PointerTree {
  const root: PointerTree = { children: new Map(), pointer: null };
  for (const pointer of pointers) {
    let node = root;
    for (const token of pointerTokens(pointer)) {
      let next = node.children.get(token);
      if (!next) node.children.set(token, (next = { children: new Map(), pointer: null }));
      node = next;
    }
    node.pointer = pointer;
  }
  return root;
}
