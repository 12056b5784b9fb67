import type { ASTNode, NameNode } from 'graphql';
import { escapeToken } from '#lib/domain/description/pointer.ts';
import type { Positions } from './pointer-tree.ts';
import { parseGraphql } from './read-graphql.ts';

/** Keys of the plain form of a schema under which the parts of a definition stand. */
const PARTS = ['fields', 'values', 'arguments'] as const;

/** Lines and columns of what the pointers into the plain form of a GraphQL schema stand for: where its name is written. */
export function locateInGraphql(text: string, wanted: ReadonlySet<string>): Positions {
  const positions: Positions = new Map();

  function note(pointer: string, node: ASTNode | NameNode): void {
    const token = node.loc?.startToken;
    if (token && wanted.has(pointer) && !positions.has(pointer))
      positions.set(pointer, { line: token.line, column: token.column });
  }

  function visit(node: ASTNode, holder: string): void {
    if (!('name' in node) || node.name === undefined || !('value' in node.name)) return;
    const pointer = `${holder}/${escapeToken(node.name.value)}`;
    note(pointer, node.name);
    for (const part of PARTS) {
      const nodes: unknown = Reflect.get(node, part);
      for (const inner of Array.isArray(nodes) ? (nodes as ASTNode[]) : [])
        visit(inner, `${pointer}/${part}`);
    }
  }

  const { definitions } = parseGraphql(text);
  for (const definition of definitions) {
    if (definition.kind === 'SchemaDefinition' || definition.kind === 'SchemaExtension')
      note('/schema', definition);
    else visit(definition, definition.kind === 'DirectiveDefinition' ? '/directives' : '/types');
  }
  // A schema that is not written out begins with its first type.
  const [first] = definitions;
  if (first) note('/schema', first);
  return positions;
}
