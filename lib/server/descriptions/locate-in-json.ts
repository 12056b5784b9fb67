import { walkJsonText } from './json-text.ts';
import { pointerTree } from './pointer-tree.ts';
import type { PointerTree, Positions } from './pointer-tree.ts';

/** Lines and columns of the values at JSON pointers in a JSON text, in one pass over it. */
export function locateInJson(text: string, pointers: Iterable<string>): Positions {
  const tree = pointerTree(pointers);
  const positions: Positions = new Map();
  if (tree.pointer !== null) positions.set('', { line: 1, column: 1 });
  let line = 1;
  let lineStart = 0;
  let newline = text.indexOf('\n');
  walkJsonText<PointerTree | undefined>(text, tree, (parent, key, offset) => {
    const node = parent?.children.get(key);
    if (node === undefined || node.pointer === null) return node;
    // Values are entered in the order of the text, so counting lines never goes back.
    for (; newline !== -1 && newline < offset; newline = text.indexOf('\n', newline + 1)) {
      line++;
      lineStart = newline + 1;
    }
    positions.set(node.pointer, { line, column: offset - lineStart + 1 });
    return node;
  });
  return positions;
}
