import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Node } from 'yaml';
import { pointerTree } from './pointer-tree.ts';
import type { PointerTree, Positions } from './pointer-tree.ts';
import { parseYaml } from './read-yaml.ts';
import { isMergeKey, plainKey } from './yaml-keys.ts';

/** Lines and columns of the values at JSON pointers in a YAML text; behind an alias, those of what it stands for. */
export function locateInYaml(text: string, pointers: Iterable<string>): Positions {
  const { contents, lines } = parseYaml(text);
  const positions: Positions = new Map();
  const anchors = new Map<string, unknown>();

  /** The first visit goes everywhere, for the anchors; one through an alias only to what is asked for. */
  const visit = (node: unknown, tree: PointerTree | undefined, throughAlias: boolean): void => {
    if (tree === undefined && throughAlias) return;
    if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined)
      anchors.set(node.anchor, node);
    if (tree !== undefined && tree.pointer !== null && !positions.has(tree.pointer)) {
      const { line, col } = lines.linePos((node as Node | null)?.range?.[0] ?? 0);
      positions.set(tree.pointer, { line, column: col });
    }
    if (isAlias(node)) visit(anchors.get(node.source), tree, true);
    else if (isSeq(node)) {
      for (const [index, item] of node.items.entries())
        visit(item, tree?.children.get(String(index)), throughAlias);
    } else if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (isMergeKey(key))
          for (const source of isSeq(value) ? value.items : [value]) visit(source, tree, throughAlias);
        else visit(value, isScalar(key) ? tree?.children.get(plainKey(key)) : undefined, throughAlias);
      }
    }
  };
  visit(contents, pointerTree(pointers), false);
  return positions;
}
